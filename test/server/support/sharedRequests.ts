import type { Database } from '../../../server/db/db.ts';
import { listTickets } from '../../../src/contract/ticket.ts';
import { call } from './agent.ts';
import { created, createTestApp, draft, post } from './api.ts';
import { identitySecret, signedHeaders } from './identity.ts';
import { createTenant } from './tenant.ts';

export const northwind = { id: 'northwind', name: 'Northwind Traders' };
export const signed = (sub: string, claims: object = {}) =>
  signedHeaders({ sub, org: northwind, email: `${sub}@northwind.example`, ...claims });

/** Opens an account that shares requests, unless the settings disable that. */
export async function openShared(
  database: Database,
  settings: Parameters<typeof createTenant>[1] = {},
) {
  const tenant = await createTenant(database.kysely, {
    identity_secrets: [identitySecret],
    share_requests: 'organization',
    ...settings,
  });
  const app = createTestApp(database);
  const page = { key: tenant.publishableKey };
  const host = { key: tenant.secretKey };
  const submit = async (subject: string, headers: Record<string, string>) =>
    (await created(post(app, page, { ...draft, name: 'Ada', subject }, headers))).id;
  const list = async (headers: Record<string, string>, query = {}) =>
    call(app, page, listTickets, { headers, query });
  return { tenant, app, page, host, submit, list };
}
