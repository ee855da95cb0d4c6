import { sql, type Transaction } from 'kysely';
import type { ApiKey, KeyScope } from '../../src/contract/adminKey.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import { type NewKey, newKey } from '../base/newKey.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

type Trx = Transaction<Schema>;

const shown = [
  'id',
  'kind',
  'mode',
  'name',
  'hint',
  'scopes',
  'created_at',
  'last_used_at',
  'expires_at',
  'revoked_at',
] as const;

/** A stored key, without its hash. */
export type StoredKey = Awaited<ReturnType<typeof listStoredKeys>>[number];

/** Lists the keys of the account, newest first. */
export function listStoredKeys(trx: Trx) {
  return trx
    .selectFrom('api_keys')
    .select(shown)
    .where('tenant_id', '=', ofTenant)
    .orderBy(sql`created_at desc nulls last`)
    .orderBy('id')
    .execute();
}

export interface KeyOptions {
  kind: ApiKey['kind'];
  mode: KeyMode;
  name: string;
  scopes: readonly KeyScope[];
  expiresAt: Date | null;
}

/** Creates a key for the account. Only its hash is stored. */
export async function insertKey(
  trx: Trx,
  tenantId: string,
  { kind, mode, name, scopes, expiresAt }: KeyOptions,
): Promise<StoredKey & Pick<NewKey, 'key'>> {
  const { key, hash, hint } = newKey(kind, mode, tenantId);
  const row = { hash, hint, tenant_id: tenantId, kind, mode, name, scopes: [...scopes] };
  const stored = await trx
    .insertInto('api_keys')
    .values({ ...row, expires_at: expiresAt })
    .returning(shown)
    .executeTakeFirstOrThrow();
  return { ...stored, key };
}

/** Returns an active key and locks it until the transaction ends. */
export function lockUsableKey(trx: Trx, id: string): Promise<StoredKey | undefined> {
  return trx
    .selectFrom('api_keys')
    .select(shown)
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`coalesce(expires_at > now(), true)`)
    .forUpdate()
    .executeTakeFirst();
}

/** Makes a key expire after this number of hours, unless it expires earlier. */
export async function endKey(trx: Trx, id: string, hours: number): Promise<void> {
  await trx
    .updateTable('api_keys')
    .set({ expires_at: sql<Date>`least(expires_at, now() + ${hours} * interval '1 hour')` })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .execute();
}

/**
 * Revokes a key. Revoking it twice has no further effect. Returns undefined if the account has no
 * such key.
 */
export function revokeStoredKey(trx: Trx, id: string): Promise<StoredKey | undefined> {
  return trx
    .updateTable('api_keys')
    .set({ revoked_at: sql<Date>`coalesce(revoked_at, now())` })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .returning(shown)
    .executeTakeFirst();
}
