import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory, which only Linux has. */
const memory = '/dev/shm';

/** More than twice the maximum that the tests store there at one time. */
const neededBytes = 6 * 2 ** 30;

/**
 * Creates a folder for temporary files, which is removed when this process ends. It is in memory if
 * there is enough space, otherwise in the system's temporary folder. Tests create and remove tens
 * of thousands of files. On a disk with ext4 that takes minutes of CPU time, because each new file
 * searches past the inodes of recently removed files.
 */
export function makeTemporaryFolder() {
  const folder = mkdtempSync(join(isRoomy() ? memory : tmpdir(), 'support-tests-'));
  // Postgres cannot run as root, and stores its data in this folder.
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

/**
 * Returns whether programs can run there. Containers often mount it without that permission, which
 * packages with native programs need.
 */
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
