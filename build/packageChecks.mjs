import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/**
 * What a customer gets from npm: its form, its types, and that importing it does nothing.
 * Unpacked inside node_modules, where the package finds its dependencies as it would in a project.
 */
const folder = mkdtempSync('node_modules/.package-check-');
const failures = [];

async function check(what, command, args) {
  const { code, output } = await run(command, args);
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'}  ${what}\n`);
  if (code !== 0) failures.push(`${what}\n${output}`);
}

try {
  const { name, version, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
  const tarball = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  const unpacked = join(folder, 'node_modules', name);
  const pack = ['pack', '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'];
  await check('publint', 'node_modules/.bin/publint', ['--strict']);
  await check('pack', 'npm', pack);
  await check('types resolve everywhere', 'node_modules/.bin/attw', [
    tarball,
    '--profile',
    'esm-only',
    '--exclude-entrypoints',
    'embed/*',
    'locales/*',
  ]);
  mkdirSync(unpacked, { recursive: true });
  await check('unpack', 'tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
  for (const entry of Object.keys(exports).flatMap((path) => entriesOf(path, unpacked))) {
    await check(`import of ${entry} in plain Node`, process.execPath, [
      writeProgram(entry.replace('.', name)),
    ]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) process.stdout.write(`\n${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** The paths of a line of the exports map. The script tag's files are for browsers only. */
function entriesOf(path, unpacked) {
  if (path.startsWith('./embed/')) return [];
  if (!path.includes('*')) return [path];
  return readdirSync(join(unpacked, 'dist/npm/i18n', path.slice(0, -1)))
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.replace('*', file.slice(0, -'.js'.length)));
}

/** A file beside the unpacked package, which it finds by name as a project would. */
function writeProgram(source) {
  const file = join(folder, 'import.mjs');
  // zod keeps its settings in `__zod_*` globals; nothing else may come to be, and no DOM is needed.
  const code = `
    const before = new Set(Object.keys(globalThis));
    if (!import.meta.resolve('${source}').includes('.package-check-')) throw new Error('not unpacked');
    await import('${source}');
    const added = Object.keys(globalThis).filter((name) => !before.has(name) && !name.startsWith('__zod'));
    if (added.length > 0) throw new Error('new globals: ' + added);
  `;
  writeFileSync(file, code);
  return file;
}
