import { randomBytes, randomUUID } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import { digest } from '../../../server/base/digest.ts';
import { defaultFirstResponse } from '../../../server/base/firstResponse.ts';
import { provisionAccount } from '../../../server/db/isolation.ts';
import type { Schema, TenantsTable } from '../../../server/db/schema.ts';
import { inScope } from '../../../server/db/scope.ts';
import { claimDomain } from '../../../server/queries/accountSettings.ts';
import { insertOperatorEntry } from '../../../server/queries/audit.ts';
import { closeStoredAccount } from '../../../server/queries/closedAccounts.ts';
import type { KeyMode } from '../../../src/contract/role.ts';
import { plantDeskRows } from './deskRows.ts';

export interface TestTenant {
  id: string;
  publishableKey: string;
  secretKey: string;
}

export const newId = () => randomBytes(18).toString('base64url');

/** Creates a tenant for a test, so that tests do not see each other's rows. */
export async function createTenant(
  db: Kysely<Schema>,
  settings: Partial<Insertable<TenantsTable>> = {},
  mode: KeyMode = 'live',
): Promise<TestTenant> {
  const id = randomUUID();
  const keyOf = (kind: 'pk' | 'sk') => `${kind}_${mode}_${newId()}`;
  const tenant = { id, publishableKey: keyOf('pk'), secretKey: keyOf('sk') };
  await inScope(db, { actor: 'operator', tenantId: id }, async (trx) => {
    await provisionAccount(trx, { id, name: 'Acme' });
    await trx
      .insertInto('tenants')
      .values({
        id,
        name: 'Acme',
        email: 'help@acme.example',
        mail_from: 'no-reply@acme.example',
        team_email: 'team@acme.example',
        allowed_origins: ['https://app.acme.example'],
        links: '[]',
        categories: null,
        fields: '[]',
        first_response: JSON.stringify(defaultFirstResponse),
        ...settings,
      })
      .execute();
    await trx.insertInto('ticket_counters').values({ tenant_id: id }).execute();
    const keys = [
      { hash: digest(tenant.publishableKey), tenant_id: id, kind: 'publishable' as const, mode },
      { hash: digest(tenant.secretKey), tenant_id: id, kind: 'secret' as const, mode },
    ];
    await trx.insertInto('api_keys').values(keys).execute();
  });
  return tenant;
}

/**
 * Adds a domain that receives mails for the tenant, rows that only the desk writes, a closed
 * account, and its entry in the operator's log.
 */
export async function plantOfServer(db: Kysely<Schema>, ofDomain: string): Promise<void> {
  await inScope(db, { actor: 'operator', tenantId: ofDomain }, (trx) =>
    claimDomain(trx, `in.${ofDomain}.example`),
  );
  const { id: tenantId } = await createTenant(db);
  await inScope(db, { actor: 'operator', tenantId }, (trx) => closeStoredAccount(trx, 30));
  await plantDeskRows(db, ofDomain);
  const entry = { action: 'POST admin/accounts/{id}/close', target: tenantId, requestId: null };
  await inScope(db, { actor: 'server' }, (trx) => insertOperatorEntry(trx, entry));
}
