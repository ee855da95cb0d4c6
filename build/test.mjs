import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { makeTemporaryFolder } from './temporary.mjs';

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
const { findChromium } = await import('./chromium.mjs');
const { failuresIn } = await import('./failures.mjs');
const { run } = await import('./run.mjs');
const { schedule } = await import('./schedule.mjs');

const results = 'test-results';
/** Number of parallel test processes of one part. */
const workers = 2;
const bin = (name) => `node_modules/.bin/${name}`;
const node = (...rest) => [process.execPath, ...rest];
const vitest = (project) => ({
  command: [
    bin('vitest'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}/${project}.json`,
    `--maxWorkers=${workers}`,
  ],
  report: `${results}/${project}.json`,
  cores: workers,
});

/** The parts of `npm test`. `node build/test.mjs unit lint` runs only those parts. */
const parts = {
  build: { command: node('build/build.mjs') },
  lint: { command: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  unused: { command: [bin('knip')] },
  language: { command: node('build/language.mjs') },
  // Runs after the build, because the demo's React page uses the types of the package.
  types: { command: [bin('tsc'), '-p', 'tsconfig.json'], after: ['build'] },
  package: { command: node('build/packageChecks.mjs'), after: ['build'] },
  size: { command: node('build/size.mjs'), after: ['build'] },
  unit: vitest('unit'),
  server: vitest('server'),
  'server-pglite': vitest('server-pglite'),
  'server-nile': vitest('server-nile'),
  recipes: { ...vitest('recipes'), cores: 1 },
  stories: vitest('stories'),
  browser: {
    // Many of its tests wait for retries and intervals, so it uses one more process than cores.
    command: [bin('playwright'), 'test', `--workers=${workers + 1}`],
    report: `${results}/browser.json`,
    cores: workers,
    after: ['build'],
  },
  consumers: {
    command: [
      bin('playwright'),
      'test',
      '--config',
      'test/consumers/playwright.config.ts',
      `--workers=${workers}`,
      'quick',
    ],
    report: `${results}/consumers.json`,
    cores: workers,
    after: ['build'],
  },
};
/** Parts that only run if they are named. */
const onDemand = {
  'server-pglite-all': vitest('server-pglite-all'),
};

const wanted = args.filter((arg) => arg !== '--fresh');
const known = { ...parts, ...onDemand };
const unknown = wanted.find((name) => !(name in known));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}". Parts: ${Object.keys(known).join(', ')}.\n`);
  process.exit(2);
}
const chosen =
  wanted.length > 0 ? Object.fromEntries(wanted.map((name) => [name, known[name]])) : parts;

const env = { CI: process.env.CI ?? '' };
const needsBrowser = ['stories', 'browser', 'consumers'].some((name) => name in chosen);
if (needsBrowser) env.CHROMIUM_PATH = findChromium({ isFresh });
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };

await schedule(chosen, availableParallelism(), async (name, { command, report }) => {
  const began = Date.now();
  const { code, output } = await run(command[0], command.slice(1), env);
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

/**
 * Returns the number of tests. A part without tests counts as one, and so does a runner that fails
 * without a failed test.
 */
function countOf(report, code) {
  if (!report || !existsSync(report))
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  const json = JSON.parse(readFileSync(report, 'utf8'));
  const counts = json.stats
    ? { passed: json.stats.expected, failed: json.stats.unexpected + json.stats.flaky }
    : { passed: json.numPassedTests, failed: json.numFailedTests };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}
