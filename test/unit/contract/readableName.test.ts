import { expect, test } from 'vitest';
import { readableName } from '../../../src/contract/readableName.ts';

test.each([
  ['getting-started', 'Getting started'],
  ['api', 'API'],
  ['api-keys', 'API keys'],
  ['dns_records', 'DNS records'],
  ['therapist', 'Therapist'],
  ['', ''],
])('%s is shown as %s', (name, words) => {
  expect(readableName(name)).toBe(words);
});
