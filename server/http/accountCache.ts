import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { readTenant, type Tenant } from '../queries/tenants.ts';

export interface AccountCache {
  read(tenantId: string): Promise<Tenant>;
  /** To be called when the settings of the account may have changed. */
  forget(tenantId: string): void;
  forgetAll(): void;
}

/** Accounts that are remembered; beyond, the one that was used longest ago is forgotten. */
const maxAccounts = 1_000;

/** Remembers the settings of accounts for `forMs`. Other processes may have changed them meanwhile. */
export function cacheAccounts(db: Kysely<Schema>, forMs: number): AccountCache {
  const known = new LRUCache<string, Tenant>({ max: maxAccounts, ttl: Math.max(1, forMs) });
  return {
    async read(tenantId) {
      const cached = known.get(tenantId);
      if (cached !== undefined) return cached;
      const scope = { actor: 'visitor', tenantId } as const;
      const tenant = await inScope(db, scope, readTenant, { isOneStatement: true });
      if (forMs > 0) known.set(tenantId, tenant);
      return tenant;
    },
    forget: (tenantId) => void known.delete(tenantId),
    forgetAll: () => known.clear(),
  };
}
