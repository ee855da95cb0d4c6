import './provided.ts';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Database } from '../../../server/db/db.ts';
import { overPglite } from '../../../server/db/pglite.ts';
import { openPostgres } from '../../../server/db/postgres.ts';
import type { Schema } from '../../../server/db/schema.ts';
import { userUrl } from './playedNile.ts';

const source = inject('source');
export const isNile = source.kind === 'nile';
export const isPostgres = source.kind === 'postgres';

/**
 * Opens a migrated database for this test file. Call it at the top of a file, and use it inside of
 * tests.
 */
export function openForFile(): Database {
  let opened: Database | undefined;
  const current = (): Database => {
    if (opened === undefined) throw new Error('The database is open inside of tests only.');
    return opened;
  };
  beforeAll(async () => {
    opened = await openOwn();
  });
  afterAll(() => opened?.close());
  return {
    get kysely() {
      return current().kysely;
    },
    isEmbedded: source.kind === 'pglite',
    listen: (...how) => current().listen(...how),
    close: () => current().close(),
  };
}

async function openOwn(): Promise<Database> {
  if (source.kind === 'pglite') {
    const dump = new Blob([await readFile(source.dump)]);
    return overPglite(await PGlite.create({ loadDataDir: dump }));
  }
  const url = await createOwnPostgres();
  return isNile ? openPostgres(userUrl(url), { isolation: 'nile' }) : openPostgres(url);
}

/**
 * Returns the connection string of a new, migrated database of the real Postgres. `isEmpty`:
 * without tables.
 */
export async function createOwnPostgres({ isEmpty = false } = {}): Promise<string> {
  if (source.kind === 'pglite') throw new Error('Runs on the real Postgres only.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(`${source.url}postgres`);
  await client.connect();
  await client.query(
    `create database ${name} template ${isEmpty ? 'template0' : source.template} strategy file_copy`,
  );
  await client.end();
  return source.url + name;
}

/** Returns the address of the same database over the network instead of a socket. */
export function overNetwork(url: string): string {
  const address = new URL(url);
  address.hostname = '127.0.0.1';
  return address.href;
}

/** Returns the rows of a query by the superuser, to whom no RLS policy applies. */
export async function asSuperuser<Row>(db: Kysely<Schema>, query: string): Promise<Row[]> {
  return (await sql.raw<Row>(query).execute(db)).rows;
}
