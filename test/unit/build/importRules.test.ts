// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layers } from './layers.ts';

const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');

let folder = '';
/** Returns Biome's findings in all planted files from one run, as `rule path:line`. */
let found: string[] = [];

function plant(path: string, code: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), code);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
  // The planted files are not in a repository.
  const { vcs: _, ...rules } = JSON.parse(readFileSync('biome.json', 'utf8'));
  plant('biome.json', JSON.stringify({ ...rules, root: true }));
  for (const { file, never, may } of layers) {
    plant(file, [...never, ...may].map((source) => `export * from '${source}';`).join('\n'));
  }
  plant('src/core/lazy.ts', "export const load = () => import('../client/api.ts');");
  plant('src/core/ring.ts', "import { b } from './ring2.ts';\nexport const a = () => b;");
  plant('src/core/ring2.ts', "import { a } from './ring.ts';\nexport const b = () => a;");
  plant('src/core/loud.ts', "console.log('hi');");
  plant('src/core/debug.ts', "console.warn('hi');");
  plant('server/long.ts', 'f();\n'.repeat(200));
  plant('server/short.ts', 'f();\n'.repeat(198));
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: folder, encoding: 'utf8' },
  );
  const report: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
  found = report.diagnostics.map(
    ({ category, location }) =>
      `${category.split('/').pop()} ${location.path.replaceAll('\\', '/')}:${location.start?.line}`,
  );
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Diagnostic {
  category: string;
  location: { path: string; start?: { line: number } };
}

describe.each(layers)('$file', ({ file, never, may }) => {
  const isRejected = (index: number) => found.includes(`noRestrictedImports ${file}:${index + 1}`);

  it.each(never)('must not import %s', (source) => {
    expect(isRejected(never.indexOf(source))).toBe(true);
  });

  it.each(may)('may import %s', (source) => {
    expect(isRejected(never.length + may.indexOf(source))).toBe(false);
  });
});

it('finds dynamic imports, cycles, console and long files', () => {
  expect(found).toContain('noRestrictedImports src/core/lazy.ts:1');
  expect(found).toContain('noImportCycles src/core/ring.ts:1');
  expect(found).toContain('noConsole src/core/loud.ts:1');
  expect(found).not.toContain('noConsole src/core/debug.ts:1');
  expect(found).toContain('noExcessiveLinesPerFile server/long.ts:1');
  expect(found).not.toContain('noExcessiveLinesPerFile server/short.ts:1');
});

// Biome cannot distinguish a type from a value. As a value, the contract would add zod to the first
// open.
it('browser state and views only import types from the contract, except limits, event rules, Markdown, names and defaults', () => {
  const value =
    /^(?:im|ex)port (?!type\b)[^;]*?from '[^']*\/contract\/(?!limits\.ts|priority\.ts|eventNames\.ts|eventRules\.ts|attachmentDefaults\.ts|readMessage\.ts|readableName\.ts)[^']+'/gm;
  const files = ['core', 'i18n', 'analytics', 'integrations', 'shell', 'widgets'].flatMap((layer) =>
    readdirSync(`src/${layer}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join('src', layer, name)),
  );
  const values = files.flatMap((file) => readFileSync(file, 'utf8').match(value) ?? []);
  expect(files.length).toBeGreaterThan(20);
  expect(values).toEqual([]);
  expect("import { Ticket } from '../contract/ticket.ts';").toMatch(value);
});
