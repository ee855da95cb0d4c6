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

/** Lists all accounts of the server by name. The transaction must be in the scope `server`. */
export function listStoredAccounts(trx: Trx): Promise<StoredAccount[]> {
  return selectAccounts(trx).orderBy('name').orderBy('id').execute();
}

export interface NewAccount {
  id: string;
  name: string;
  email: string;
  /** Origins of the pages that may use the publishable keys. */
  origins: readonly string[];
  plan: Plan | null;
}

/** Stores an account without keys. The transaction must be in the scope `operator` of its id. */
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
      // Until the account sets the address of its articles, they open only in the widget.
      kb_url: '',
      first_response: JSON.stringify(defaultFirstResponse),
    })
    .returning(shown)
    .executeTakeFirstOrThrow();
  await trx.insertInto('ticket_counters').values({ tenant_id: id }).execute();
  return { ...stored, ...open };
}

/** Updates the account of the transaction. Changes only the fields that are set. */
export async function changeAccount(
  trx: Trx,
  { plan }: { plan?: Plan | null | undefined },
): Promise<void> {
  if (plan === undefined) return;
  await trx.updateTable('tenants').set({ plan }).where('id', '=', ofTenant).execute();
}

/** Returns the account of the transaction, or undefined if it does not exist. */
export function findAccount(trx: Trx): Promise<StoredAccount | undefined> {
  return selectAccounts(trx).where('id', '=', ofTenant).executeTakeFirst();
}
