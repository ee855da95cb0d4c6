// @vitest-environment node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { frozenPages } from '../../../build/frozenPages.ts';

const signals = readFileSync(
  fileURLToPath(import.meta.resolve('@preact/signals-core')).replace(/\.js$/, '.mjs'),
  'utf8',
);

/** Runs signals-core as a page does that has frozen what is built in. */
function runFrozen(code: string): unknown {
  const script = code.replace(/export\s*\{([^}]*)\}/, (_all, names: string) => {
    const signal = /(\w+) as signal\b/.exec(names)?.[1];
    return `globalThis.answer = \`\${${signal}(42)}\``;
  });
  return runInNewContext(`'use strict'; Object.freeze(Object.prototype); ${script}; answer`, {
    answer: '',
  });
}

function transform(code: string): string {
  const { transform: hook } = frozenPages();
  if (typeof hook !== 'object') throw new TypeError('The plugin has no transform with a filter.');
  const result: unknown = Reflect.apply(hook.handler, undefined, [code, 'signals-core.mjs']);
  return typeof result === 'object' && result !== null && 'code' in result
    ? String(result.code)
    : '';
}

it('lets signals start on a page with frozen intrinsics, where they throw as published', () => {
  expect(() => runFrozen(signals)).toThrow(/valueOf/);
  expect(runFrozen(transform(signals))).toBe('42');
});

it('says so when a new version is written differently', () => {
  expect(() => transform('export const signal = 1;')).toThrow('written differently');
});
