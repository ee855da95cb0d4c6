import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './db.ts';
import type { Schema } from './schema.ts';

/** How long a request waits for a free connection before it is told to come again. */
const connectionTimeoutMillis = 5_000;

export function openPostgres(
  connectionString: string,
  onLost: (error: Error) => void = () => {},
): Database {
  const pool = new pg.Pool({ connectionString, connectionTimeoutMillis, keepAlive: true });
  pool.on('error', onLost);
  // The pool hears of idle connections alone; one that breaks in use would end the process.
  pool.on('connect', (client) => client.on('error', onLost));
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { kysely, isEmbedded: false, close: () => kysely.destroy() };
}
