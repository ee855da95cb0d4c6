import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../../src/errors.ts';
import { codeOf } from '../base/errorCode.ts';

const lockedFiles = new Set<string>();

/**
 * Locks the folder for this process, because two processes that write to one embedded database
 * would destroy it. Takes over the lock of a process that no longer exists. Returns a function that
 * releases the lock.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'support.lock');
  const owner = readOwner(file);
  if (owner !== undefined && (lockedFiles.has(file) || (owner !== process.pid && isAlive(owner)))) {
    throw inUse(folder, file, owner);
  }
  if (owner !== undefined) rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    // Another process was faster.
    if (codeOf(error) === 'EEXIST') throw inUse(folder, file, readOwner(file));
    throw error;
  }
  lockedFiles.add(file);
  return () => {
    lockedFiles.delete(file);
    rmSync(file, { force: true });
  };
}

function readOwner(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function inUse(folder: string, file: string, pid: number | undefined): ConfigurationError {
  return new ConfigurationError(
    `The data in ${folder} is in use by process ${pid}. Stop it, set DATA_DIR to another folder, ` +
      `or use Postgres by DATABASE_URL. If no such process runs, remove ${file}.`,
    'DATA_DIR',
  );
}
