import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { findChromium } = await import('./chromium.mjs');
const { build } = await import('./build.mjs');
const { failuresIn } = await import('./failures.mjs');
const { run } = await import('./run.mjs');

const results = 'test-results';
const bin = (name) => `node_modules/.bin/${name}`;
const vitest = (project) => ({
  command: [
    bin('vitest'),
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}/${project}.json`,
  ],
  report: `${results}/${project}.json`,
});

/** The parts of `npm test`, in order. `node build/test.mjs unit lint` runs only those. */
const parts = {
  lint: { command: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  unused: { command: [bin('knip')] },
  build: {},
  // After the build: the demo's React page is typed by the package.
  types: { command: [bin('tsc'), '-p', 'tsconfig.json'] },
  unit: vitest('unit'),
  server: vitest('server'),
  'server-postgres': vitest('server-postgres'),
  stories: vitest('stories'),
  browser: { command: [bin('playwright'), 'test'], report: `${results}/browser.json` },
  consumers: {
    command: [
      bin('playwright'),
      'test',
      '--config',
      'test/consumers/playwright.config.ts',
      'quick',
    ],
    report: `${results}/consumers.json`,
  },
  package: { command: [process.execPath, 'build/packageChecks.mjs'] },
  size: { command: [process.execPath, 'build/size.mjs'] },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part "${unknown[0]}". Parts: ${Object.keys(parts).join(', ')}.\n`,
  );
  process.exit(2);
}

const env = { CHROMIUM_PATH: findChromium(), CI: process.env.CI ?? '' };
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0 };

for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = Date.now();
  const { code, output } = part.command
    ? await run(part.command[0], part.command.slice(1), env)
    : await tryBuild();
  const { passed, failed } = countOf(part.report, code);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  process.stdout.write(
    `${failed === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(16)} ${passed} passed, ${failed} failed  ${seconds} s\n`,
  );
  // What failed comes first: a log that is cut short still names it.
  if (failed > 0) process.stdout.write(`${failuresIn(part.report)}\n`);
  if (failed > 0 || name === 'size') process.stdout.write(`${output}\n`);
}
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function tryBuild() {
  try {
    await build();
    return { code: 0, output: '' };
  } catch (error) {
    return { code: 1, output: error.message };
  }
}

/** A part without tests of its own counts as one. A runner that fails without a failed test does too. */
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
