import type { Kysely } from 'kysely';
import { digest } from '../base/digest.ts';
import { defaultFirstResponse } from '../base/firstResponse.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';

export interface NewAccount {
  id: string;
  name: string;
  email: string;
  /** Of pages that may use the publishable key. */
  origins: readonly string[];
  publishableKey: string;
  secretKey: string;
}

/** Stores an account and its keys, of which only the hashes are kept. */
export function insertAccount(db: Kysely<Schema>, account: NewAccount): Promise<void> {
  const { id, name, email, origins, publishableKey, secretKey } = account;
  return inScope(db, { actor: 'operator', tenantId: id }, async (trx) => {
    await trx
      .insertInto('tenants')
      .values({
        id,
        name,
        email,
        mail_from: email,
        team_email: email,
        allowed_origins: [...origins],
        links: '[]',
        categories: null,
        fields: '[]',
        first_response: JSON.stringify(defaultFirstResponse),
      })
      .execute();
    await trx.insertInto('ticket_counters').values({ tenant_id: id }).execute();
    await trx
      .insertInto('api_keys')
      .values([
        { hash: digest(publishableKey), tenant_id: id, kind: 'publishable' },
        { hash: digest(secretKey), tenant_id: id, kind: 'secret' },
      ])
      .execute();
  });
}
