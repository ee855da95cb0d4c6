import type { Database } from '../../../server/db/db.ts';
import { createKey } from '../../../src/contract/adminKey.ts';
import { openIncident, upsertIntegration } from '../../../src/contract/integrationAdmin.ts';
import { adminToken, forAccount, operator } from './administration.ts';
import { call } from './agent.ts';
import { type App, type Caller, created, createTestApp, draft, post } from './api.ts';
import { asSuperuser } from './database.ts';
import { identityKey, identitySecret, signClaims } from './identity.ts';
import type { Holder } from './pairings.ts';
import { createTenant, newId, type TestTenant } from './tenant.ts';

const life = '2h';
const visitorAccess = ['key', 'guest', 'visitor'] as const;

type Settings = Parameters<typeof createTenant>[1];

/**
 * Opens an account whose visitors can connect integrations, with two organizations that have equal
 * data.
 */
export async function openOrganizations(database: Database, settings: Settings = {}) {
  const tenant = await createTenant(database.kysely, {
    identity_secrets: [identitySecret],
    connect_by: 'visitor',
    ...settings,
  });
  const app = createTestApp(database, { adminTokens: [adminToken] });
  const { key } = await call(app, operator, createKey, {
    ...forAccount(tenant.id),
    body: { kind: 'publishable', mode: 'test', name: 'Test' },
  });
  const open = (word: string, other: string) =>
    openOrganization(database, { app, tenant, word, other, testPage: { key } });
  return { app, mine: await open('walrus', 'lemur'), theirs: await open('lemur', 'walrus') };
}

interface Opening {
  app: App;
  tenant: TestTenant;
  /** The id of the organization. All of its data contains it. */
  word: string;
  other: string;
  testPage: Caller;
}

async function openOrganization(database: Database, opening: Opening) {
  const { app, tenant, word, other, testPage } = opening;
  const page = { key: tenant.publishableKey };
  const host = { key: tenant.secretKey };
  const org = { id: word, name: `The ${word}`, plan: word };
  const sign = async (claims: object, key = identityKey) => ({
    'X-Visitor-Token': await signClaims({ sub: `${word}-ada`, org, ...claims }, { life, key }),
  });
  const { id: integration } = await call(app, host, upsertIntegration, {
    body: { provider: 'hubspot', name: `HubSpot of ${word}`, organization_id: word },
  });
  const body = { title: `Down: ${word}`, message: word, integrations: [integration] };
  const { id: incident } = await call(app, host, openIncident, { body });
  const member = await sign({});
  const request = { ...draft, subject: `${word} request`, description: word };
  const { id: ticket } = await created(post(app, page, request, member));
  const one = (name: string, more: Partial<Holder>): Holder => ({
    name: `${name} of ${word}`,
    caller: page,
    opens: visitorAccess,
    ...more,
  });
  const manager = await sign({ sub: `${word}-bo`, roles: ['integrations:manage'] });
  const asked = { organization_id: other, organization: other, tenant_id: other };
  const stranger = new TextEncoder().encode('the secret of another account, long enough');
  const holders: Holder[] = [
    one('a member', { headers: member }),
    one('a colleague who manages', { headers: manager }),
    one('a member on a test page', { headers: member, caller: testPage }),
    one('a member who asks for another organization', { headers: manager, query: asked }),
    one('a visitor with a token of another secret', {
      headers: await sign({ org: { id: other } }, stranger),
      opens: ['key'],
    }),
    one('a person without an organization', {
      headers: await sign({ sub: `${word}-cy`, org: undefined }),
    }),
    one('an unsigned visitor', { caller: { ...page, visitor: newId() } }),
  ];
  /** Returns its rows as they are stored. */
  const snapshot = () =>
    asSuperuser(
      database.kysely,
      `${['integrations', 'organizations', 'tickets', 'messages', 'incidents']
        .map(
          (table) => `select row_to_json(r)::text as row from support.${table} r
            where tenant_id = '${tenant.id}' and row_to_json(r)::text like '%${word}%'`,
        )
        .join(' union all ')} order by 1`,
    );
  const ids = { ticket, integration, incident, organization: word };
  return { word, ids, holders, member, manager, snapshot };
}
