import { expect, test } from 'vitest';
import { findRule, type RoutedRequest } from '../../server/base/routing.ts';
import type { RoutingRule } from '../../src/contract/routing.ts';

const request: RoutedRequest = {
  category: 'billing',
  priority: 'high',
  tier: 'enterprise',
  organization: 'northwind',
  language: 'es-MX',
  fields: { area: 'north', urgent: true },
};

const conditions: [Omit<RoutingRule, 'queue'>, boolean][] = [
  [{}, true],
  [{ category: ['technical', 'billing'] }, true],
  [{ category: ['technical'] }, false],
  [{ priority: ['high', 'critical'] }, true],
  [{ priority: ['low'] }, false],
  [{ tier: ['Enterprise'] }, true],
  [{ tier: ['free'] }, false],
  [{ organization: ['northwind'] }, true],
  [{ organization: ['contoso'] }, false],
  [{ language: ['es'] }, true],
  [{ language: ['ES-mx'] }, true],
  [{ language: ['e', 'es-ES'] }, false],
  [{ fields: { area: ['north'], urgent: [true] } }, true],
  [{ fields: { area: ['north'], urgent: [false] } }, false],
  [{ fields: { unknown: ['north'] } }, false],
  [{ category: ['billing'], priority: ['low'] }, false],
];

test.each(conditions)('a rule of %j matches: %s', (rule, fits) => {
  expect(findRule({ rules: [rule] }, request) === rule).toBe(fits);
});

test('a condition matches no request without the value', () => {
  for (const rule of [
    { tier: ['enterprise'] },
    { organization: ['northwind'] },
    { language: ['es'] },
    { fields: { area: ['north'] } },
  ]) {
    expect(findRule({ rules: [rule] }, { category: 'billing', priority: 'high' })).toBeUndefined();
  }
});

test('the first matching rule counts', () => {
  const rules = [{ category: ['other'], queue: 'a' }, { queue: 'b' }, { queue: 'c' }];
  expect(findRule({ rules }, request)).toBe(rules[1]);
});
