import type { Transaction } from 'kysely';
import type { Plan } from '../../src/contract/adminAccount.ts';
import { defaultFirstResponse } from '../base/firstResponse.ts';
import { provisionAccount } from '../db/isolation.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

type Trx = Transaction<Schema>;

const shown = ['id', 'name', 'email', 'plan', 'created_at'] as const;
const open = { closed_at: null, delete_at: null };

export interface StoredAccount {
  id: string;
  name: string;
  email: string;
  plan: Plan | null;
  created_at: Date | null;
  closed_at: Date | null;
  delete_at: Date | null;
}

function selectAccounts(trx: Trx) {
  return trx
    .selectFrom('tenants')
    .leftJoin('closed_accounts', 'closed_accounts.tenant_id', 'tenants.id')
    .select(shown)
    .select(['closed_at', 'delete_at']);
}

/** All accounts of the server, by name; the transaction is in the scope `server`. */
export function listStoredAccounts(trx: Trx): Promise<StoredAccount[]> {
  return selectAccounts(trx).orderBy('name').orderBy('id').execute();
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
  return { ...stored, ...open };
}

/** Changes what is named of the account of the transaction. */
export async function changeAccount(
  trx: Trx,
  { plan }: { plan?: Plan | null | undefined },
): Promise<void> {
  if (plan === undefined) return;
  await trx.updateTable('tenants').set({ plan }).where('id', '=', ofTenant).execute();
}

/** The account of the transaction; undefined when it is not there. */
export function findAccount(trx: Trx): Promise<StoredAccount | undefined> {
  return selectAccounts(trx).where('id', '=', ofTenant).executeTakeFirst();
}
