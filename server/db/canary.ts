import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import { ConfigurationError } from '../../src/errors.ts';
import { defaultFirstResponse } from '../base/firstResponse.ts';
import { isNile } from './isolation.ts';
import { proveNile } from './nile/migrate.ts';
import type { Schema } from './schema.ts';
import { enter } from './scope.ts';

/**
 * Verifies the RLS policies: a row of one tenant must be invisible to another, and row level
 * security must be forced on every table. Leaves no rows behind.
 *
 * @throws ConfigurationError if a policy does not work. Then the server must not start.
 */
export async function proveIsolation(db: Kysely<Schema>): Promise<void> {
  if (isNile(db)) return proveNile(db);
  const trx = await db.startTransaction().execute();
  try {
    const canary = await plant(trx);
    await enter(trx, { actor: 'operator', tenantId: randomUUID() });
    const seen = await trx.selectFrom('tenants').select('id').where('id', '=', canary).execute();
    if (seen.length > 0) {
      throw broken('a row of another tenant can be read. Does the role support_app bypass it?');
    }
    const open = await tablesWithoutWall(trx);
    if (open.length > 0) throw broken(`it is not forced on ${open.join(', ')}.`);
  } finally {
    await trx.rollback().execute();
  }
}

async function plant(trx: Transaction<Schema>): Promise<string> {
  const id = randomUUID();
  await enter(trx, { actor: 'operator', tenantId: id });
  const row = {
    id,
    name: 'Canary',
    email: 'canary@example.com',
    mail_from: 'canary@example.com',
    team_email: 'canary@example.com',
    allowed_origins: [],
    links: '[]',
    categories: null,
    fields: '[]',
    first_response: JSON.stringify(defaultFirstResponse),
  };
  await trx.insertInto('tenants').values(row).execute();
  const { rows } = await sql`select 1 from tenants where id = ${id}`.execute(trx);
  if (rows.length !== 1) throw broken('a tenant cannot read its own row.');
  return id;
}

async function tablesWithoutWall(trx: Transaction<Schema>): Promise<string[]> {
  const { rows } = await sql<{ relname: string }>`
    select relname from pg_class
    where relnamespace = 'support'::regnamespace and relkind in ('r', 'p')
      and not (relrowsecurity and relforcerowsecurity)`.execute(trx);
  return rows.map(({ relname }) => relname);
}

function broken(what: string): ConfigurationError {
  return new ConfigurationError(
    `Row level security does not isolate tenants: ${what} The server does not start.`,
    'DATABASE_URL',
  );
}
