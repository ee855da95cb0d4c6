import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';

export interface FoundKey {
  tenantId: string;
  kind: 'publishable' | 'secret';
  allowedOrigins: readonly string[];
}

/** The key with this hash and what of its tenant decides about a request; undefined when unknown or revoked. */
export function findKey(db: Kysely<Schema>, keyHash: string): Promise<FoundKey | undefined> {
  return inScope(db, { actor: 'auth', keyHash }, (trx) =>
    trx
      .selectFrom('api_keys')
      .innerJoin('tenants', 'tenants.id', 'api_keys.tenant_id')
      .select([
        'tenants.id as tenantId',
        'api_keys.kind as kind',
        'tenants.allowed_origins as allowedOrigins',
      ])
      .where('api_keys.hash', '=', keyHash)
      .where('api_keys.revoked_at', 'is', null)
      .executeTakeFirst(),
  );
}
