import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Outside of node_modules, which `npm ci` empties, and owned by this user, because it is executed.
 */
const cache = join(homedir(), '.cache', 'support-widget');
const isRoot = process.getuid?.() === 0;
const unpacked = join(cache, 'chromium');

/**
 * Ways to install a Chromium, best first: the commands of each, and the path of the installed
 * browser.
 */
const ways = {
  apt: {
    isPossible: isRoot && existsSync('/usr/bin/apt-get'),
    // Debian's headless browser is smaller, and tests need no window.
    path: () => '/usr/bin/chromium-headless-shell',
    commands: [
      ['apt-get', 'update', '-qq'],
      // Without fonts, a machine renders no text. Waits for other running apt-get processes.
      [
        'apt-get',
        'install',
        '-y',
        '-qq',
        '--no-install-recommends',
        '-o',
        'DPkg::Lock::Timeout=300',
        'chromium-headless-shell',
        'fonts-liberation',
      ],
    ],
  },
  playwright: {
    isPossible: true,
    path: () => require('playwright').chromium.executablePath(),
    commands: [['npx', 'playwright', 'install', 'chromium']],
  },
  npm: {
    isPossible: process.platform === 'linux',
    path: () => unpacked,
    commands: [
      [
        'npm',
        'install',
        '--no-audit',
        '--no-fund',
        `--prefix=${cache}`,
        '@sparticuz/chromium@147.0.0',
      ],
      [process.execPath, '--input-type=module', '-e', unpack()],
    ],
  },
};

/**
 * Returns the path of a Chromium that works: `$CHROMIUM_PATH`, or else Playwright's own, the
 * system's, an earlier download, or a new download. `$CHROMIUM_FROM` selects how it is installed:
 * `apt`, `playwright` or `npm`. With it, or with `isFresh`, existing browsers are ignored.
 */
export function findChromium({ isFresh = false } = {}) {
  const { CHROMIUM_PATH: path, CHROMIUM_FROM: from } = process.env;
  if (path) {
    if (runs(path)) return path;
    throw new Error(`CHROMIUM_PATH is ${path}, which does not run. Correct or unset it.`);
  }
  if (from && !(from in ways)) {
    throw new Error(`CHROMIUM_FROM is ${from}. It can be ${Object.keys(ways).join(', ')}.`);
  }
  const found = from || isFresh ? undefined : present().find(runs);
  return found ?? fetched(from ? [ways[from]] : Object.values(ways));
}

/**
 * Returns the options with which tests and commands launch this Chromium. Its sandbox does not work
 * for root.
 */
export function launchOptions() {
  return { executablePath: findChromium(), args: isRoot ? ['--no-sandbox'] : [] };
}

function present() {
  const systems = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
  ];
  return [ways.playwright.path(), ...systems.map((name) => `/usr/bin/${name}`), unpacked];
}

function fetched(allowed) {
  mkdirSync(cache, { recursive: true });
  for (const { isPossible, path, commands } of allowed) {
    if (!isPossible) continue;
    process.stdout.write(`Getting a Chromium: ${commands[0].join(' ')}\n`);
    try {
      for (const [command, ...args] of commands) {
        execFileSync(command, args, {
          stdio: ['ignore', 'ignore', 'inherit'],
          env: { ...process.env, TMPDIR: cache, DEBIAN_FRONTEND: 'noninteractive' },
        });
      }
    } catch {
      continue; // tries the next way
    }
    if (runs(path())) return path();
  }
  throw new Error('No Chromium found. Install one and set CHROMIUM_PATH to it.');
}

/** Returns whether a browser works. On Linux, it may lack required libraries. */
function runs(path) {
  if (!existsSync(path)) return false;
  if (process.platform !== 'linux') return true;
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The npm package contains a compressed Chromium, and unpacks it to `$TMPDIR/chromium`. */
function unpack() {
  const entry = join(cache, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  return `import { pathToFileURL } from 'node:url';
    const { default: chromium } = await import(pathToFileURL(${JSON.stringify(entry)}).href);
    await chromium.executablePath();`;
}
