import { Kysely } from 'kysely';
import pg from 'pg';
import type { Database } from './db.ts';
import { type Isolation, isolationFor, setIsolation } from './isolation.ts';
import { createPipelinedDialect } from './pipeline.ts';
import type { Schema } from './schema.ts';

/** How long a request waits for a free connection before it is answered with 503. */
const connectionTimeoutMillis = 5_000;

export interface PostgresOptions {
  /** Called when an idle connection breaks; the next transaction opens another. */
  onLost?: ((error: Error) => void) | undefined;
  /** An address without a pooler, to listen on. Default: the address itself. */
  directUrl?: string | undefined;
  /** Connections at most, besides the one that listens. Default 20. */
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
  // The pool handles errors of idle connections only; an error of one in use would crash the process.
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

/** Listens on a connection of its own: one of the pool would be given to the next request. */
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
