import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { run } from './run.mjs';

const vite = (config) => [
  'node_modules/vite/bin/vite.js',
  'build',
  '--config',
  `build/vite.${config}.ts`,
  '--logLevel',
  'warn',
];
const tsc = (project) => ['node_modules/typescript/bin/tsc', '-p', `tsconfig.${project}.json`];

/** Builds everything into dist/. Rejects with the output of the step that failed. */
export async function build() {
  rmSync('dist', { recursive: true, force: true });
  await Promise.all([
    inOrder(vite('app'), vite('loader')),
    inOrder(vite('npm'), tsc('npm'), vite('demo')),
    inOrder(tsc('server')),
  ]);
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
