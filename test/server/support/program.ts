import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { runProgram } from '../../../server/start/program.ts';
import { createOwnPostgres, isPostgres } from './database.ts';
import { copyEmbedded } from './embedded.ts';

/** Runs `support-server` with an empty data folder for each test of a file. */
export function openProgram() {
  let folder = '';
  let out = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'support-program-'));
    vi.stubEnv('DATA_DIR', folder);
    vi.stubEnv('DATABASE_URL', '');
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, 'write').mockImplementation((text) => {
        out += text;
        return true;
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    process.exitCode = 0;
    rmSync(folder, { recursive: true });
  });
  return {
    get folder() {
      return folder;
    },
    /** Gives the test an embedded database with tables, as an earlier command leaves it. */
    useEmbedded: () => copyEmbedded(join(folder, 'db')),
    /**
     * Gives the test the fastest database with tables, for commands that work the same on each
     * kind.
     */
    async useDatabase(): Promise<void> {
      if (!isPostgres) return copyEmbedded(join(folder, 'db'));
      vi.stubEnv('DATABASE_URL', await createOwnPostgres());
      vi.stubEnv('ENCRYPTION_KEYS', `k1:${Buffer.alloc(32, 1).toString('base64')}`);
    },
    /** Returns the output of a command and its exit code. */
    async run(...args: string[]): Promise<{ text: string; code: number }> {
      out = '';
      process.exitCode = 0;
      await runProgram(args);
      return { text: out, code: Number(process.exitCode) };
    },
  };
}
