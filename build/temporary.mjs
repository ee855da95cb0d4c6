import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory. Only Linux has it. */
const memory = '/dev/shm';

/** More than twice what the tests have there at one time. */
const neededBytes = 6 * 2 ** 30;

/**
 * Makes a folder for temporary files, which is removed when this process ends: in memory where there is room, else in the system's own folder for them.
 * Tests create and remove tens of thousands of files. On a disk with ext4 that takes minutes of a processor, as
 * each new file searches past the inodes of those that were removed in the last minutes.
 */
export function makeTemporaryFolder() {
  const folder = mkdtempSync(join(isRoomy() ? memory : tmpdir(), 'support-tests-'));
  // Postgres, which does not run as root, has its data below.
  chmodSync(folder, 0o755);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  return folder;
}

function isRoomy() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > neededBytes && freemem() > neededBytes && runsPrograms();
  } catch {
    return false;
  }
}

/** Containers often mount it without the right to run a file, which packages with native programs need. */
function runsPrograms() {
  const folder = mkdtempSync(join(memory, 'support-probe-'));
  try {
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    execFileSync(program);
    return true;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
