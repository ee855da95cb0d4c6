import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';
import { typescript } from './typescript.mjs';

const vite = (config) => [
  'node_modules/vite/bin/vite.js',
  'build',
  '--config',
  `build/vite.${config}.ts`,
  '--logLevel',
  'warn',
];
const tsc = (project) => [...typescript, '-p', `tsconfig.${project}.json`];

/** Hash of all files that dist/ was built from. It is written when the build is complete. */
const stamp = 'dist/.inputs';

const outputs = ['dist', 'server/dist'];

/** Builds everything into dist/ and server/dist/. Rejects with the output of the step that failed. */
export async function build() {
  const hash = inputs();
  for (const folder of outputs) rmSync(folder, { recursive: true, force: true });
  await Promise.all([
    inOrder(vite('app'), vite('loader')),
    inOrder(vite('npm'), tsc('npm'), ['build/types.mjs'], vite('demo')),
    inOrder(tsc('server'), vite('desk')),
  ]);
  writeFileSync(stamp, hash);
}

/** Builds, unless dist/ was built from the current files. */
export async function buildIfChanged() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs()) return;
  process.stdout.write('Building…\n');
  await build();
}

function inputs() {
  const hash = createHash('sha256').update(process.version);
  const files = readdirSync('.').filter((name) => /^(package|tsconfig).*\.json$/.test(name));
  for (const folder of ['build', 'demo', 'desk', 'server', 'src']) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath ?? entry.path, entry.name);
      if (entry.isFile() && !isOutput(file)) files.push(file);
    }
  }
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function isOutput(file) {
  return outputs.some((folder) => file.startsWith(join(folder, '/')));
}

async function inOrder(...steps) {
  for (const args of steps) {
    const { code, output } = await run(process.execPath, args);
    if (code !== 0) throw new Error(`${args.join(' ')}\n${output}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
