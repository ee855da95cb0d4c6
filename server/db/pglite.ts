import { chmodSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import pg from 'pg';
import { makeFolder } from '../base/makeFolder.ts';
import { missingPackage } from '../base/missingPackage.ts';
import type { Database } from './db.ts';
import { lockFolder } from './lock.ts';
import { PgliteStream } from './pgliteStream.ts';
import { createPipelinedDialect } from './pipeline.ts';
import type { Schema } from './schema.ts';

type Lost = (error: Error) => void;

/** Opens the database in `folder`, which belongs to this process until it is closed. */
export async function openPglite(folder: string, onLost?: Lost): Promise<Database> {
  makeFolder(folder, 0o700);
  // The files are writable for everyone, so an existing folder is restricted too.
  chmodSync(folder, 0o700);
  const unlock = lockFolder(folder);
  try {
    const { PGlite } = await loadPglite();
    const database = await overPglite(await PGlite.create(folder), onLost);
    return { ...database, close: () => database.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Returns a `pg` pool like that for Postgres, with the single connection of PGlite. `onLost`: a call
 * of PGlite failed, for example because of the disk. The next transaction connects again.
 */
export async function overPglite(pglite: PGlite, onLost: Lost = () => {}): Promise<Database> {
  const listeners = new Set<(channel: string, payload: string) => void>();
  const pool = new pg.Pool({
    stream: () => new PgliteStream(pglite),
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    pipeline: true,
  });
  pool.on('error', onLost);
  pool.on('connect', (client) => {
    // Without a listener, an error would end the process.
    client.on('error', onLost);
    client.on('notification', ({ channel, payload = '' }) => {
      for (const listener of listeners) listener(channel, payload);
    });
  });
  const kysely = new Kysely<Schema>({ dialect: createPipelinedDialect(pool) });
  return {
    kysely,
    isEmbedded: true,
    async listen(channel, listener) {
      await sql`listen ${sql.id(channel)}`.execute(kysely);
      const receive = (from: string, payload: string) => {
        if (from === channel) listener(payload);
      };
      listeners.add(receive);
      return async () => {
        listeners.delete(receive);
      };
    },
    async close() {
      await kysely.destroy();
      await pglite.close();
    },
  };
}

async function loadPglite() {
  try {
    const { PGlite } = await import('@electric-sql/pglite');
    return { PGlite };
  } catch (error) {
    throw missingPackage('@electric-sql/pglite', 'The embedded database', error);
  }
}
