import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { makeTemporaryFolder } from './temporary.mjs';
import { typescript } from './typescript.mjs';

const args = process.argv.slice(2);
// Runs like on a machine that is new to this project: without caches, settings, or browsers from
// elsewhere.
const isFresh = args.includes('--fresh');
process.env.TMPDIR = makeTemporaryFolder();
if (isFresh) {
  process.env.HOME = join(process.env.TMPDIR, 'home');
  mkdirSync(process.env.HOME);
}

ensureInstalled();
const { countOf, failuresIn } = await import('./failures.mjs');
const { run } = await import('./run.mjs');
const { schedule } = await import('./schedule.mjs');

const results = 'test-results';
const bin = (name) => `node_modules/.bin/${name}`;
const node = (...rest) => [process.execPath, ...rest];
const vitest = (name, workers, projects = name) => ({
  command: [
    bin('vitest'),
    'run',
    '--project',
    projects,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}/${name}.json`,
    `--maxWorkers=${workers}`,
  ],
  report: `${results}/${name}.json`,
  slots: workers,
});
const playwright = (name, workers, ...rest) => ({
  command: [bin('playwright'), 'test', `--workers=${workers}`, ...rest],
  report: `${results}/${name}.json`,
  slots: workers,
  after: ['build'],
  hasBrowser: true,
});

/**
 * The parts of `npm test`. `node build/test.mjs unit lint` runs only those parts. The first part that
 * fits into the free slots starts next: the two long parts come first, the short ones run beside them.
 */
const parts = {
  build: { command: node('build/build.mjs') },
  // Many of its tests wait for retries and intervals, so it uses one more process than slots.
  browser: { ...playwright('browser', 3), slots: 2 },
  server: vitest('server', 2),
  // Escape codes would make a log unreadable.
  lint: { command: [bin('biome'), 'ci', '--colors=off', '--error-on-warnings', '.'] },
  unused: { command: [bin('knip')] },
  language: { command: node('build/language.mjs') },
  // Runs after the build, because the demo's React page uses the types of the package.
  types: { command: node(...typescript, '-p', 'tsconfig.json'), after: ['build'] },
  size: { command: node('build/size.mjs'), after: ['build'] },
  package: { command: node('build/packageChecks.mjs'), after: ['build'] },
  consumers: playwright('consumers', 1, '--config', 'test/consumers/playwright.config.ts', 'quick'),
  stories: { ...vitest('stories', 1), hasBrowser: true },
  unit: vitest('unit', 1, 'unit*'),
  'server-pglite': vitest('server-pglite', 1),
  'server-nile': vitest('server-nile', 1),
  recipes: vitest('recipes', 1),
};
/** Parts that only run if they are named. */
const onDemand = {
  'server-pglite-all': vitest('server-pglite-all', 2),
};

const names = args.filter((arg) => arg !== '--fresh');
const known = { ...parts, ...onDemand };
const unknown = names.find((name) => !(name in known));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}". Parts: ${Object.keys(known).join(', ')}.\n`);
  process.exit(2);
}
const chosen =
  names.length > 0 ? Object.fromEntries(names.map((name) => [name, known[name]])) : parts;

const env = { CI: process.env.CI ?? '' };
// Fetched beside the parts that need none.
const chromium = Object.values(chosen).some(({ hasBrowser }) => hasBrowser)
  ? findChromium()
  : undefined;
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };

// One slot more than cores: parts wait for disks, timers and their last test.
const slots = availableParallelism() + 1;
await schedule(chosen, slots, async (name, { command, report, hasBrowser }) => {
  const browser = hasBrowser ? { CHROMIUM_PATH: await chromium } : {};
  const began = Date.now();
  const { code, output } = await run(command[0], command.slice(1), { ...env, ...browser });
  const { passed, failed } = countOf(report, code);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${failed === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(16)} ${passed} passed, ${failed} failed  ${seconds} s\n`,
  );
  // Failures are printed first, so that a truncated log still contains them.
  if (failed > 0) process.stdout.write(`${failuresIn(report)}\n`);
  if (failed > 0 || name === 'size') process.stdout.write(`${output}\n`);
});
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Returns the path of the browser of this run. */
async function findChromium() {
  const fresh = isFresh ? ['--fresh'] : [];
  const { code, output } = await run(process.execPath, ['build/findChromium.mjs', ...fresh]);
  if (code !== 0) throw new Error(output);
  return output.trim().split('\n').at(-1);
}
