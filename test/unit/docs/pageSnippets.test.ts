// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { checkConfig } from '../../../src/configErrors.ts';
import { readOptions } from '../../../src/embed/options.ts';
import { casesOf } from '../../support/snippets.ts';

const source = (file: string) => readFileSync(file, 'utf8');
/** Completes keys, which are shortened in the documentation. */
const whole = (code: string) => code.replaceAll('pk_live_…', 'pk_live_1');
const methods = [...source('src/support.ts').matchAll(/^ {2}(?:readonly )?(\w+)[(<:]/gm)].map(
  ([, name]) => name,
);

/** Returns the commands that inline scripts add to the queue of the global function. */
function queuedBy(scripts: readonly Element[]): unknown[][] {
  const page: { window?: object; PenguinSupport?: { q?: ArrayLike<unknown>[] } } = {};
  page.window = page;
  for (const { textContent } of scripts) runInNewContext(textContent ?? '', page);
  return (page.PenguinSupport?.q ?? []).map((call) => Array.from(call));
}

it.each(casesOf('html'))(
  '%s only uses options, commands and elements that exist',
  (_name, { code }) => {
    const parsed = new DOMParser().parseFromString(whole(code), 'text/html');
    const scripts = [...parsed.querySelectorAll('script')];
    for (const script of scripts.filter(({ src }) => src !== '')) {
      expect(checkConfig(readOptions(script) ?? {})).toEqual([]);
    }
    for (const [command, options] of queuedBy(scripts.filter(({ src }) => src === ''))) {
      if (command === 'init') expect(checkConfig(Object(options))).toEqual([]);
      else expect(methods).toContain(command);
    }
    const types = source('src/elements/types.ts');
    const own = [...parsed.querySelectorAll('*')].filter(({ localName }) =>
      localName.includes('-'),
    );
    for (const element of own) expect(types).toContain(`'${element.localName}'`);
    const attributes = source('src/elements/placedElement.ts');
    for (const name of own.flatMap((element) => element.getAttributeNames())) {
      expect(attributes).toContain(`'${name}'`);
    }
    const marked = [...parsed.querySelectorAll('[data-support-redact]')];
    expect(scripts.length + own.length + marked.length).toBeGreaterThan(0);
  },
);

it.each(casesOf('css'))('%s only sets tokens and parts that exist', (_name, { code }) => {
  const tokens = [...code.matchAll(/--penguin-([\w-]+)/g)].map(([, token]) => token);
  const parts = [...code.matchAll(/::part\(([\w-]+)\)/g)].map(([, part]) => part);
  expect(tokens.length + parts.length).toBeGreaterThan(0);
  const page = source('docs/theming.md');
  for (const token of tokens) expect(page).toMatch(new RegExp(`\`(--penguin-)?${token}\``));
  for (const part of parts) expect(page).toContain(`\`${part}\``);
});
