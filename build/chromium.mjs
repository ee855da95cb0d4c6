import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Path of a Chromium: `$CHROMIUM_PATH`, Playwright's own, the system's, and at last one that is
 * installed now, by Playwright or by apt.
 */
export function findChromium() {
  const found = known();
  if (found) return found;
  for (const [command, ...args] of [
    ['npx', 'playwright', 'install', 'chromium'],
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    process.stdout.write(`No Chromium yet: ${command} ${args.join(' ')}\n`);
    try {
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    } catch {
      continue; // the next way is tried
    }
    const installed = known();
    if (installed) return installed;
  }
  throw new Error('No Chromium found. Install one and set CHROMIUM_PATH to it.');
}

function known() {
  return [process.env.CHROMIUM_PATH, ownPath(), ...systemPaths()].find(
    (path) => path && existsSync(path),
  );
}

function ownPath() {
  return require('playwright').chromium.executablePath();
}

function systemPaths() {
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
    (name) => `/usr/bin/${name}`,
  );
}
