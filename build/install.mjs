import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Runs `npm ci` if node_modules does not match the lock file. Needs only Node.js and npm. */
export function ensureInstalled() {
  if (isInstalled()) return;
  process.stdout.write('Installing packages (npm ci)…\n');
  // On Windows, npm is a script that only a shell can run.
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** npm writes its list of installed packages last, so an interrupted installation has no list. */
function isInstalled() {
  const list = 'node_modules/.package-lock.json';
  if (!existsSync(list)) return false;
  const installed = packagesOf(list);
  const requiredPackages = packagesOf('package-lock.json');
  delete requiredPackages[''];
  return (
    Object.keys(installed).every((path) => path in requiredPackages) &&
    Object.entries(requiredPackages).every(
      ([path, { version, integrity, optional, devOptional }]) => {
        const found = installed[path];
        // Binaries for other platforms are in the lock file, but are not installed.
        if (!found) return optional === true || devOptional === true;
        return found.version === version && found.integrity === integrity;
      },
    )
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
