import { expect, test } from 'vitest';
import { createKey } from '../../src/contract/adminKey.ts';
import { createAgentSession } from '../../src/contract/agent.ts';
import {
  openIncident,
  planMaintenance,
  upsertIntegration,
} from '../../src/contract/integrationAdmin.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import { createWebhook } from '../../src/contract/webhook.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call } from './support/agent.ts';
import { created, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { identitySecret, signedHeaders } from './support/identity.ts';
import { openMailing } from './support/mailing.ts';
import type { Holder } from './support/pairings.ts';
import { type Side, tryBothWays } from './support/tryPairings.ts';

const database = openForFile();
openMailing(database);
const visitorAccess = ['key', 'guest', 'visitor'] as const;

type Administration = Awaited<ReturnType<typeof openAdministration>>;

/** Data that the keys of one mode created in an account, marked with one word. */
async function openMode({ app, of, tenant }: Administration, mode: KeyMode, word: string) {
  const make = async (kind: string) => {
    const body = { kind, mode, name: 'Key' };
    return { key: (await call(app, operator, createKey, { ...of, body })).key };
  };
  const [page, host] = [await make('publishable'), await make('secret')];
  // An admin reads the log of the whole account, whichever key acted. A test session cannot even do
  // that.
  const email = mode === 'test' ? 'marta@acme.example' : 'bo@acme.example';
  const body = { name: 'Marta Klein', email };
  const session = { key: (await call(app, host, createAgentSession, { body })).token };
  const org = { id: 'northwind', name: 'Northwind', plan: 'starter' };
  const headers = await signedHeaders({ sub: 'ada', org });
  const { id: integration } = await call(app, host, upsertIntegration, {
    body: { provider: 'hubspot', name: word, organization_id: org.id },
  });
  const { id: incident } = await call(app, host, openIncident, {
    body: { title: word, message: word, integrations: [] },
  });
  const { id: maintenance } = await call(app, host, planMaintenance, {
    body: { title: word, starts_at: '2100-01-01T00:00:00Z', ends_at: '2100-01-02T00:00:00Z' },
  });
  const { id: webhook } = await call(app, host, createWebhook, {
    body: { url: `https://${word}.example`, events: ['ticket.created'] },
  });
  const request = { ...draft, subject: word, description: word };
  const { id: ticket } = await created(post(app, page, request, headers));
  const holders: Holder[] = [
    { name: `a ${mode} visitor`, caller: page, headers, opens: visitorAccess },
    { name: `a ${mode} host`, caller: host, opens: ['agent', 'secret', ...visitorAccess] },
    mode === 'test'
      ? { name: 'a test admin', caller: session, opens: ['agent', 'admin'], role: 'admin' }
      : { name: 'a live agent', caller: session, opens: ['agent'] },
  ];
  const snapshot = () =>
    asSuperuser(
      database.kysely,
      `${['integrations', 'incidents', 'maintenance_windows', 'webhooks', 'tickets', 'messages']
        .map(
          (table) => `select row_to_json(r)::text as row from support.${table} r
            where tenant_id = '${tenant.id}' and row_to_json(r)::text like '%${word}%'`,
        )
        .join(' union all ')} order by 1`,
    );
  const ids = { integration, incident, maintenance, webhook, ticket };
  return { app, word, ids, holders, snapshot } satisfies Side;
}

test('no key of one mode reads or changes data that keys of the other have created', async ({
  annotate,
}) => {
  const account = await openAdministration(database, { identity_secrets: [identitySecret] });
  await account.invite('admin', 'Marta');
  const [live, sandbox] = [
    await openMode(account, 'live', 'walrus'),
    await openMode(account, 'test', 'lemur'),
  ];
  const total = await tryBothWays([live, sandbox]);
  await annotate(`${total} attempts, 0 leaks`);
  expect(total).toBeGreaterThan(3_000);
}, 600_000);
