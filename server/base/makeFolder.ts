import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigurationError } from '../../src/errors.ts';
import { codeOf } from './errorCode.ts';

/**
 * Creates a folder and its parents if they do not exist. The `recursive` option of Node.js never
 * returns in places such as `/proc`, where a parent exists but accepts no folders.
 * @throws ConfigurationError in such a place, otherwise the error of the operating system
 */
export function makeFolder(folder: string, mode = 0o777): void {
  const path = resolve(folder);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && isFolder(path)) return;
    if (codeOf(error) !== 'ENOENT') throw error;
    const above = dirname(path);
    if (isFolder(above)) {
      throw new ConfigurationError(
        `The folder ${path} cannot be created. Check its permissions, or choose another path.`,
        'folder',
      );
    }
    makeFolder(above, mode);
    makeFolder(path, mode);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
