import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, newServerFolder, unprivileged } from './cluster.ts';
import { until } from './until.ts';

const program = '/usr/sbin/pgbouncer';

/** The reason why a test with PgBouncer cannot run here. Undefined if it can. */
export const missingPgbouncer = existsSync(program)
  ? undefined
  : 'PgBouncer is not installed (apt-get install pgbouncer)';

/** Starts PgBouncer in transaction mode for a Postgres. Its connections belong to a superuser. */
export async function startPgbouncer({
  port: databasePort,
  password,
}: {
  port: number;
  password?: string;
}) {
  const folder = newServerFolder();
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    [
      '[databases]',
      `* = host=127.0.0.1 port=${databasePort} user=postgres${password ? ` password=${password}` : ''}`,
      '[pgbouncer]',
      `listen_port = ${port}`,
      'listen_addr = 127.0.0.1',
      'unix_socket_dir =',
      'auth_type = any',
      'pool_mode = transaction',
      'default_pool_size = 4',
    ].join('\n'),
  );
  const bouncer = spawn(program, [file], { ...unprivileged(), stdio: 'ignore' });
  const url = (database: string) => `postgres://any@127.0.0.1:${port}/${database}`;
  await until(async () => {
    const client = new pg.Client(url('postgres'));
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  });
  return {
    url,
    async stop() {
      const ended = once(bouncer, 'exit');
      bouncer.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
