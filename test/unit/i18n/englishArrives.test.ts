import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../../../src/i18n/locales/en.ts';

const source = (file: string) => readFileSync(file, 'utf8');
const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join('src', file));

/** Returns a file and all of its static imports, which have loaded when it runs. */
function closure(...entries: string[]): Set<string> {
  const seen = new Set<string>();
  for (const file of entries) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, path = ''] of source(file).matchAll(
      /^(?:import|export) (?!type)[^;]*?'(\.[^']+)';/gm,
    )) {
      entries.push(join(dirname(file), path));
    }
  }
  return seen;
}

const isWords = (file: string) => /locales\/en\/(?!addEnglish)/.test(file);
const keysOf = (file: string) =>
  [...source(file).matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key);

/** Returns the literal keys in code. Keys that are composed by a pattern are not found. */
function keysUsed(code: string): string[] {
  return Object.keys(en).filter((key) => {
    const stem = key.replace(/\.(one|other)$/, '');
    return code.includes(`'${key}'`) || code.includes(`'${stem}'`);
  });
}

/** The panel and everything that `import()` loads. Each must include its own sentences. */
const lazy = files.flatMap((file) =>
  [...source(file).matchAll(/import\('(\.[^']+)'\)/g)].map(([, path = '']) =>
    join(dirname(file), path),
  ),
);
const entries = [...new Set(lazy)].filter((file) => /src\/(widgets|shell)\//.test(file));
/**
 * The chunks that have always loaded before: the app, and for a part of a screen also the panel.
 */
const always = closure(
  'src/app/assembleSupport.ts',
  // Loads with the model of integrations, which every view of a state waits for.
  'src/i18n/locales/en/status.ts',
);
const panel = closure('src/shell/Panel.tsx');
const placed = /HelpCenter|SupportButton|FieldSuggestions|StatusBadge|StatusSummary|healthDot/;

it.each(entries)('%s includes the English sentences that it shows', (entry) => {
  const own = closure(entry);
  const there = [...own, ...always, ...(placed.test(entry) ? [] : panel)];
  const known = there.filter(isWords).flatMap(keysOf);
  const missing = [...own]
    .filter((file) => !isWords(file))
    .flatMap((file) => keysUsed(source(file)).map((key) => `${key} in ${relative('src', file)}`))
    .filter((line) => !known.includes(line.split(' ')[0]));
  expect(missing).toEqual([]);
});
