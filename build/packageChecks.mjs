import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBundled } from './bundled.mjs';
import { pack, packages } from './pack.mjs';
import { run } from './run.mjs';

/**
 * Checks the packages that customers get from npm: format, types, notices, and that imports have no
 * side effects. The widget is unpacked outside of this repository, where it finds no other package.
 */
const folder = mkdtempSync(join(tmpdir(), 'support-package-'));
const failures = [];

function report(what, output) {
  process.stdout.write(`${output === undefined ? 'ok  ' : 'FAIL'}  ${what}\n`);
  if (output !== undefined) failures.push(`${what}\n${output}`);
}

async function check(what, command, args) {
  const { code, output } = await run(command, args);
  report(what, code === 0 ? undefined : output);
}

try {
  for (const [name, from] of Object.entries(packages)) {
    const tarball = await pack(from, join(folder, name));
    await check(`${name}: publint`, 'node_modules/.bin/publint', [from, '--strict']);
    await check(`${name}: types resolve everywhere`, 'node_modules/.bin/attw', [
      tarball,
      // Node.js supports `require()` of ES modules since 20.19.
      ...['--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm'],
      ...['--exclude-entrypoints', 'embed/*', 'locales/*', 'package.json'],
    ]);
    const unpacked = join(folder, 'node_modules/@penguinmails', `support-${name}`);
    mkdirSync(unpacked, { recursive: true });
    const into = ['-C', unpacked, '--strip-components=1'];
    await check(`${name}: unpack`, 'tar', ['-xzf', tarball, ...into]);
  }
  const widget = join(folder, 'node_modules/@penguinmails/support-widget');
  checkIndependence(widget);
  await checkImports(widget);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) process.stdout.write(`\n${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;

/**
 * Checks that there is no run-time dependency, no import except the host's own libraries, and a
 * notice for each bundled library.
 */
function checkIndependence(widget) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(widget, 'package.json'), 'utf8'));
  const needed = Object.keys(dependencies);
  report(
    'widget: no dependencies',
    needed.length > 0 ? `It depends on ${needed.join(', ')}.` : undefined,
  );
  const strangers = [];
  const imported = /(?:from|import)\s*\(?\s*["'](@?[\w-][\w./-]*)["']/g;
  for (const file of readdirSync(join(widget, 'dist/npm'), { recursive: true })) {
    if (!/\.(js|d\.ts)$/.test(file)) continue;
    const code = readFileSync(join(widget, 'dist/npm', file), 'utf8').replace(
      /\/\*[\s\S]*?\*\//g,
      '',
    );
    for (const [, source] of code.matchAll(imported)) {
      if (!/^(react|react-dom|vue|posthog-js)(\/|$)/.test(source))
        strangers.push(`${file}: ${source}`);
    }
  }
  report('widget: bundles what it needs', strangers.length > 0 ? strangers.join('\n') : undefined);
  for (const dist of ['npm', 'embed']) {
    const notices = readFileSync(join(widget, 'dist', dist, 'THIRD_PARTY_NOTICES.md'), 'utf8');
    const missing = findBundled(dist).filter((name) => !notices.includes(`## ${name} - `));
    report(
      `widget: licences of all that ${dist} bundles`,
      missing.length > 0 ? `No notice for ${missing.join(', ')}.` : undefined,
    );
  }
}

async function checkImports(widget) {
  const { name, exports } = JSON.parse(readFileSync(join(widget, 'package.json'), 'utf8'));
  for (const entry of Object.keys(exports).flatMap((path) => entriesOf(path, widget))) {
    const source = entry.replace('.', name);
    if (/react|vue|posthog/.test(entry)) continue; // they need their peer dependency: see test/consumers
    await check(`widget: import of ${entry} in plain Node`, process.execPath, [
      writeProgram('import.mjs', `await import('${source}')`),
    ]);
    await check(`widget: require of ${entry} in plain Node`, process.execPath, [
      writeProgram('require.cjs', `require('${source}')`),
    ]);
  }
}

/**
 * Returns the paths of a line of the exports map. Files of the script tag only work in browsers.
 */
function entriesOf(path, unpacked) {
  if (path.startsWith('./embed/') || path === './package.json') return [];
  if (!path.includes('*')) return [path];
  return readdirSync(join(unpacked, 'dist/npm/i18n', path.slice(0, -1)))
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.replace('*', file.slice(0, -'.js'.length)));
}

/** Writes a file beside the unpacked package, which it imports by name like a project would. */
function writeProgram(file, load) {
  const path = join(folder, file);
  // zod stores its settings in `__zod_*` globals. No other globals may appear, and no DOM may be
  // needed.
  const code = `
    const before = new Set(Object.keys(globalThis));
    ${load};
    const added = Object.keys(globalThis).filter((name) => !before.has(name) && !name.startsWith('__zod'));
    if (added.length > 0) throw new Error('new globals: ' + added);
  `;
  writeFileSync(path, code);
  return path;
}
