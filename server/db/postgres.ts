import { Kysely } from 'kysely';
import pg from 'pg';
import type { Database } from './db.ts';
import { type Isolation, isolationFor, setIsolation } from './isolation.ts';
import { createPipelinedDialect } from './pipeline.ts';
import type { Schema } from './schema.ts';

/** Timeout for a free connection. After it, the response is 503. Milliseconds. */
const connectionTimeoutMillis = 5_000;

export interface PostgresOptions {
  /** Called if an idle connection is lost. The next transaction opens another one. */
  onLost?: ((error: Error) => void) | undefined;
  /** An address without a pooler, for LISTEN. Default: the address itself. */
  directUrl?: string | undefined;
  /** Maximum number of connections, not counting the one that listens. Default 20. */
  poolSize?: number | undefined;
  /** Default: by the host name. */
  isolation?: Isolation | undefined;
}

export function openPostgres(
  connectionString: string,
  {
    onLost = () => {},
    directUrl = connectionString,
    poolSize: max = 20,
    isolation = isolationFor(connectionString),
  }: PostgresOptions = {},
): Database {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis,
    keepAlive: true,
    max,
    pipeline: true,
  });
  pool.on('error', onLost);
  // The pool only handles errors of idle connections. An error of a connection in use would crash
  // the process.
  pool.on('connect', (client) => client.on('error', onLost));
  const kysely = setIsolation(
    new Kysely<Schema>({ dialect: createPipelinedDialect(pool) }),
    isolation,
  );
  return {
    kysely,
    isEmbedded: false,
    listen: (channel, listener, lost) => listenOn(directUrl, channel, listener, lost),
    close: () => kysely.destroy(),
  };
}

/**
 * Listens on a separate connection, because a connection of the pool would be reused for other
 * requests.
 */
async function listenOn(
  connectionString: string,
  channel: string,
  listener: (payload: string) => void,
  onLost: (error: Error) => void,
): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis, keepAlive: true });
  let isOver = false;
  const lose = (error: Error) => {
    if (isOver) return;
    isOver = true;
    onLost(error);
    void client.end();
  };
  await client.connect();
  client.on('error', lose);
  client.on('end', () => lose(new Error('The connection that listens has ended.')));
  client.on('notification', ({ payload = '' }) => listener(payload));
  await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  return async () => {
    isOver = true;
    await client.end();
  };
}
