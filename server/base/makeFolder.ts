import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ConfigurationError } from '../../src/errors.ts';
import { codeOf } from './errorCode.ts';

/**
 * Creates a folder with those above it, unless it is there. Node's own `recursive` never ends in a place
 * such as `/proc`, where the folder above exists and takes no other. @throws ConfigurationError in such a
 * place, and the error of the operating system elsewhere
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
        `No folder can be made at ${path}. Name another place.`,
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
