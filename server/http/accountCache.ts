import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { readTenant, type Tenant } from '../queries/tenants.ts';

export interface AccountCache {
  read(tenantId: string): Promise<Tenant>;
  /** Call it when the settings of the account may have changed. */
  forget(tenantId: string): void;
  forgetAll(): void;
}

/** Maximum number of cached accounts. The least recently used is dropped first. */
const maxAccounts = 1_000;

/** Caches the settings of accounts for `forMs`. Other processes may change them in the meantime. */
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
