import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/** What a customer gets from npm: its form, its types, and that importing it does nothing. */
const folder = mkdtempSync(join(tmpdir(), 'support-widget-'));
const failures = [];

async function check(what, command, args) {
  const { code, output } = await run(command, args);
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'}  ${what}\n`);
  if (code !== 0) failures.push(`${what}\n${output}`);
}

await check('publint', 'node_modules/.bin/publint', ['--strict']);
await check('pack', 'npm', [
  'pack',
  '--pack-destination',
  folder,
  '--ignore-scripts',
  '--loglevel=error',
]);
const { name, version, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const tarball = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
await check('types resolve everywhere', 'node_modules/.bin/attw', [
  tarball,
  '--profile',
  'esm-only',
  '--exclude-entrypoints',
  'embed/*',
  'locales/*',
]);
for (const [entry, { import: file } = {}] of Object.entries(exports)) {
  if (!file || entry.includes('*')) continue;
  // zod keeps its settings in `__zod_*` globals; nothing else may come to be, and no DOM is needed.
  const program = `const before = new Set(Object.keys(globalThis)); await import(${JSON.stringify(file)}); const added = Object.keys(globalThis).filter((name) => !before.has(name) && !name.startsWith('__zod')); if (added.length > 0) throw new Error('new globals: ' + added);`;
  await check(`import of ${entry} in plain Node`, process.execPath, [
    '--input-type=module',
    '-e',
    program,
  ]);
}
rmSync(folder, { recursive: true, force: true });
for (const failure of failures) process.stdout.write(`\n${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
