import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Outside of node_modules, which `npm ci` empties; of this user alone, as it is run. */
const cache = join(homedir(), '.cache', 'support-widget');

/** Each way to get a Chromium, in the order in which they are tried. */
const ways = [
  [['npx', 'playwright', 'install', 'chromium']],
  [
    ['npm', 'install', '--no-audit', '--no-fund', '--prefix', cache, '@sparticuz/chromium@147.0.0'],
    [process.execPath, '--input-type=module', '-e', unpack()],
  ],
  [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ],
];

/**
 * Path of a Chromium that runs: `$CHROMIUM_PATH`, Playwright's own, the system's, one fetched
 * earlier, and at last one that is fetched now, by Playwright, npm or apt.
 */
export function findChromium() {
  const found = known();
  if (found) return found;
  mkdirSync(cache, { recursive: true });
  for (const way of ways) {
    process.stdout.write(`No Chromium yet: ${way[0].join(' ')}\n`);
    try {
      for (const [command, ...args] of way) {
        execFileSync(command, args, {
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { ...process.env, TMPDIR: cache },
        });
      }
    } catch {
      continue; // the next way is tried
    }
    const installed = known();
    if (installed) return installed;
  }
  throw new Error('No Chromium found. Install one and set CHROMIUM_PATH to it.');
}

function known() {
  return [process.env.CHROMIUM_PATH, playwrights(), ...systems(), join(cache, 'chromium')].find(
    (path) => path && existsSync(path) && runs(path),
  );
}

/** On Linux, a browser without the libraries it needs is as good as none. */
function runs(path) {
  if (process.platform !== 'linux') return true;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function playwrights() {
  return require('playwright').chromium.executablePath();
}

function systems() {
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  );
}

/** The npm package carries its Chromium packed, and unpacks it to `$TMPDIR/chromium`. */
function unpack() {
  const entry = join(cache, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  return `import { pathToFileURL } from 'node:url';
    const { default: chromium } = await import(pathToFileURL(${JSON.stringify(entry)}).href);
    await chromium.executablePath();`;
}
