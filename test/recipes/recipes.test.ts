import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { typescript } from '../../build/typescript.mjs';
import { contentRecipes } from './contentRecipes.ts';
import { providerRecipes } from './providerRecipes.ts';
import type { Edit } from './recipe.ts';
import { serverRecipes } from './serverRecipes.ts';
import { tableRecipes } from './tableRecipes.ts';
import { teamRecipes } from './teamRecipes.ts';
import { widgetRecipes } from './widgetRecipes.ts';

const recipes = [
  ...widgetRecipes,
  ...contentRecipes,
  ...providerRecipes,
  ...serverRecipes,
  ...teamRecipes,
  ...tableRecipes,
];

const left = /(^|\/)(node_modules|dist|\.git|test-results|consumers)$/;
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'support-recipes-'));
  cpSync('.', copy, { recursive: true, filter: (path) => !left.test(path) });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'));
  cpSync('test/recipes/files', copy, { recursive: true });
  for (const edit of recipes.flatMap(({ edits }) => edits)) perform(edit);
  // The new locale: Portuguese replaces the translation.
  const locale = (name: string) => join(copy, 'src/i18n/locales', name);
  cpSync(locale('pt'), locale('it'), { recursive: true });
  const sentences = readFileSync(locale('pt.ts'), 'utf8');
  writeFileSync(locale('it.ts'), sentences.replaceAll(/\bpt\b/g, 'it'));
  for (const page of ['options', 'events']) expect(run('node', `build/${page}Table.mjs`)).toBe('');
});

afterAll(() => rmSync(copy, { recursive: true }));

function perform({ file, before = '', after = '', added }: Edit): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf(before + after);
  if (at < 0)
    throw new Error(`${file} has no "${before + after}": the recipe needs another place.`);
  const place = at + after.length;
  writeFileSync(path, text.slice(0, place) + added + text.slice(place));
}

/** Returns the output of a failed command in the copy, or nothing if it succeeded. */
function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy, encoding: 'utf8' });
  return status === 0 ? '' : `${stdout}\n${stderr}`;
}

const vitest = (...args: string[]) => run('node_modules/.bin/vitest', 'run', ...args);

it('builds after all recipes, without other edits', () => {
  expect(run('node', ...typescript, '-p', 'tsconfig.recipes.json')).toBe('');
});

it('shows, checks, fires and documents what the recipes add to the widget', () => {
  const files = ['unit/recipes', 'unit/docs/options', 'unit/docs/events', 'unit/i18n/locales'];
  expect(vitest('--project', 'unit', ...files.map((file) => `test/${file}`))).toBe('');
});

it('serves, stores, reads and runs what the recipes add to the server', () => {
  const files = ['recipes', 'providers', 'adminSettings', 'privacy', 'parallelWriters'];
  const paths = [...files, 'nileSchema', 'isolation'].map((file) => `test/server/${file}.test.ts`);
  expect(vitest('--project', 'server', ...paths, '-u')).toBe('');
});

const contributing = readFileSync('CONTRIBUTING.md', 'utf8');

it('performs every recipe of CONTRIBUTING.md', () => {
  const table = contributing.slice(contributing.indexOf('| add | do |')).split('\n\n')[0] ?? '';
  const rows = table.split('\n').slice(2);
  const names = rows.map((row) => /^\| (.*?) \|/.exec(row)?.[1]);
  expect(recipes.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

it.each(recipes)('CONTRIBUTING.md names the files that $name edits', ({ name, edits }) => {
  const row = contributing.split('\n').find((line) => line.startsWith(`| ${name} |`));
  for (const { file } of edits) {
    const isNamed =
      row?.includes(basename(file)) === true ||
      (/locales\/\w\w\//.test(file) && /every (other )?locale/.test(row ?? ''));
    expect([file, isNamed]).toEqual([file, true]);
  }
});
