import type { Kysely } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { type AccountWithNews, readAccountWithNews } from '../queries/tenants.ts';
import { cacheReads } from './readCache.ts';

export interface AccountCache {
  read(tenantId: string): Promise<AccountWithNews>;
  /** Call it when the settings of the account may have changed. */
  forget(tenantId: string): void;
  forgetAll(): void;
}

const maxAccounts = 1_000;

/** Caches the settings of accounts for `forMs`. Other processes may change them in the meantime. */
export function cacheAccounts(db: Kysely<Schema>, forMs: number): AccountCache {
  const find = (tenantId: string) =>
    inScope(db, { actor: 'visitor', tenantId }, readAccountWithNews, { isOneStatement: true });
  const { read, forget, forgetAll } = cacheReads<AccountWithNews>(find, {
    max: maxAccounts,
    forMs,
  });
  return {
    async read(tenantId) {
      const tenant = await read(tenantId);
      if (tenant === undefined) throw apiErrors.invalidKey();
      return tenant;
    },
    forget,
    forgetAll,
  };
}
