import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Runs `npm ci` when node_modules does not match the lock file. Needs only Node and npm. */
export function ensureInstalled() {
  if (isInstalled()) return;
  process.stdout.write('Installing packages (npm ci)…\n');
  // On Windows npm is a script, which only a shell runs.
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** npm writes its list of what is installed last, so that a broken-off install has none. */
function isInstalled() {
  const list = 'node_modules/.package-lock.json';
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  const wanted = packagesOf('package-lock.json');
  delete wanted[''];
  return (
    Object.keys(installed).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { version, integrity, optional, devOptional }]) => {
      const found = installed[path];
      // Binaries for other machines are in the lock file, but not installed.
      if (!found) return optional === true || devOptional === true;
      return found.version === version && found.integrity === integrity;
    })
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
