import { sql, type Transaction } from 'kysely';
import type { Plan } from '../../src/contract/adminAccount.ts';
import { defaultFirstResponse } from '../base/firstResponse.ts';
import { provisionAccount } from '../db/isolation.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

type Trx = Transaction<Schema>;

const shown = ['id', 'name', 'email', 'plan', 'created_at'] as const;

export type StoredAccount = Awaited<ReturnType<typeof listStoredAccounts>>[number];

/** All accounts of the server, by name; the transaction is in the scope `server`. */
export function listStoredAccounts(trx: Trx) {
  return trx.selectFrom('tenants').select(shown).orderBy('name').orderBy('id').execute();
}

export interface NewAccount {
  id: string;
  name: string;
  email: string;
  /** Origins of pages that may use the publishable keys. */
  origins: readonly string[];
  plan: Plan | null;
}

/** Stores an account without keys. The transaction is in the scope `operator` of its id. */
export async function insertAccount(
  trx: Trx,
  { id, name, email, origins, plan }: NewAccount,
): Promise<StoredAccount> {
  await provisionAccount(trx, { id, name });
  const stored = await trx
    .insertInto('tenants')
    .values({
      id,
      name,
      email,
      plan,
      mail_from: email,
      team_email: email,
      allowed_origins: [...origins],
      links: '[]',
      categories: null,
      fields: '[]',
      // Until the account says where its articles are: in the widget alone.
      kb_url: '',
      first_response: JSON.stringify(defaultFirstResponse),
    })
    .returning(shown)
    .executeTakeFirstOrThrow();
  await trx.insertInto('ticket_counters').values({ tenant_id: id }).execute();
  return stored;
}

/** Changes what is named of the account of the transaction; undefined when it is not there. */
export function changeAccount(
  trx: Trx,
  { plan }: { plan?: Plan | null | undefined },
): Promise<StoredAccount | undefined> {
  return trx
    .updateTable('tenants')
    .set(plan === undefined ? { plan: sql<Plan | null>`plan` } : { plan })
    .where('id', '=', ofTenant)
    .returning(shown)
    .executeTakeFirst();
}

export function findAccount(trx: Trx): Promise<StoredAccount | undefined> {
  return trx.selectFrom('tenants').select(shown).where('id', '=', ofTenant).executeTakeFirst();
}
