import type { Database } from '../../../server/db/db.ts';
import { updateManagedAgent } from '../../../src/contract/adminAgent.ts';
import { createKey, rotateKey } from '../../../src/contract/adminKey.ts';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { openAdministration, operator } from './administration.ts';
import { call, callFor } from './agent.ts';
import { type App, type Caller, created, draft, post } from './api.ts';
import { plantArticle } from './articles.ts';
import { asSuperuser } from './database.ts';
import { plantIntegration } from './integrations.ts';
import { newId } from './tenant.ts';

/** A caller with a key, and its maximum access. */
export interface Holder {
  name: string;
  caller: Caller;
  headers?: Record<string, string>;
  /** Sent with every request. */
  query?: Record<string, string>;
  /** Kinds of access that the key can have. */
  opens: readonly Endpoint['access'][];
  /** Can only read. */
  isViewer?: boolean;
  role?: 'admin';
  /** Among the team's endpoints, the key can use only those of jobs. */
  hasJobsAlone?: boolean;
}

/** Opens an account with a unique word in all of its data. */
export async function openAccount(database: Database, word: string) {
  const { app, tenant, of, invite } = await openAdministration(database, { name: `Acme ${word}` });
  const visitor = newId();
  const page = { key: tenant.publishableKey, visitor };
  const ticket = await created(
    post(app, page, { ...draft, subject: word, description: word, name: word }),
  );
  await plantArticle(database, tenant, visitor);
  const integration = await plantIntegration(database.kysely, tenant.id);
  // This row only fills the table.
  await asSuperuser(
    database.kysely,
    `delete from support.webhooks where tenant_id = '${tenant.id}'`,
  );
  const make = (body: object) => call(app, operator, createKey, { ...of, body });
  const revoked = await make({ kind: 'secret', name: word });
  const input = { ...of, params: { id: revoked.id }, body: { overlap_hours: 0 } };
  await call(app, operator, rotateKey, input);
  const scoped = await make({ kind: 'secret', name: word, scopes: ['jobs'] });
  const test = await make({ kind: 'publishable', mode: 'test', name: word });
  const testSecret = await make({ kind: 'secret', mode: 'test', name: word });
  const [admin, agent, viewer] = [
    await invite('admin', word),
    await invite('agent', `${word} agent`),
    await invite('viewer', `${word} viewer`),
  ];
  const gone = await invite('admin', `${word} gone`);
  const disabled = { ...of, params: { id: gone.id }, body: { disabled: true } };
  await call(app, operator, updateManagedAgent, disabled);
  const staff = ['key', 'guest', 'agent', 'secret', 'visitor'] as const;
  const holders: Holder[] = [
    { name: 'no key', caller: { key: '' }, opens: [] },
    { name: 'an unknown key', caller: { key: `sk_live_${newId()}` }, opens: [] },
    { name: 'an ended key', caller: { key: revoked.key }, opens: [] },
    { name: 'a disabled agent', caller: gone, opens: [] },
    { name: 'a page without a visitor', caller: { key: page.key }, opens: ['key', 'guest'] },
    { name: 'a visitor', caller: page, opens: ['key', 'guest', 'visitor'] },
    {
      name: 'another visitor',
      caller: { key: page.key, visitor: newId() },
      opens: ['key', 'guest', 'visitor'],
    },
    {
      name: 'a visitor with a forged token',
      caller: page,
      headers: { 'X-Visitor-Token': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.' },
      opens: ['key'],
    },
    { name: 'a test page', caller: { key: test.key, visitor }, opens: ['key', 'guest', 'visitor'] },
    { name: 'a host', caller: { key: tenant.secretKey }, opens: staff },
    { name: 'a test host', caller: { key: testSecret.key }, opens: staff },
    {
      name: 'a host in a browser',
      caller: { key: tenant.secretKey },
      headers: { Origin: 'https://app.acme.example' },
      opens: [],
    },
    {
      name: 'a page elsewhere',
      caller: page,
      headers: { Origin: 'https://evil.example' },
      opens: [],
    },
    {
      name: 'a host with one scope',
      caller: { key: scoped.key },
      opens: staff,
      hasJobsAlone: true,
    },
    { name: 'a viewer', caller: viewer, opens: ['agent'], isViewer: true },
    { name: 'an agent', caller: agent, opens: ['agent'] },
    { name: 'an admin agent', caller: admin, opens: ['agent', 'admin'], role: 'admin' },
    {
      name: 'an admin agent who names the other account',
      caller: admin,
      opens: ['agent', 'admin'],
      role: 'admin',
    },
  ];
  const [incident] = await asSuperuser<{ id: string }>(
    database.kysely,
    `select id from support.incidents where tenant_id = '${tenant.id}'`,
  );
  const ids = {
    ticket: ticket.id,
    integration,
    incident: incident?.id ?? '',
    key: scoped.id,
    agent: agent.id,
    account: tenant.id,
    article: 'spf',
  };
  /** Returns all data of the account as it is stored. */
  const snapshot = () =>
    asSuperuser(
      database.kysely,
      `select row_to_json(t)::text as row from support.tenants t
        where row_to_json(t)::text like '%${tenant.id}%'
       union all select (to_jsonb(k) - 'last_used_at')::text from support.api_keys k
         where tenant_id = '${tenant.id}'
       ${['tickets', 'messages', 'agents', 'integrations', 'articles', 'incidents']
         .map(
           (name) => `union all select row_to_json(r)::text from support.${name} r
         where tenant_id = '${tenant.id}'`,
         )
         .join('\n')} order by 1`,
    );
  return { app, word, tenant, of, holders, ids, snapshot };
}

export type OpenedAccount = Awaited<ReturnType<typeof openAccount>>;

/** Sends a request with an invalid body, or with the given one. Returns status and text. */
export async function attempt(
  app: App,
  { caller, headers = {}, query = {} }: Holder,
  endpoint: Endpoint,
  input: { params: Record<string, string>; body?: unknown; headers?: Record<string, string> },
): Promise<{ status: number; text: string }> {
  const { params, body } = input;
  const response = await callFor(app, caller, endpoint, {
    params,
    query,
    headers: { ...headers, ...input.headers },
    ...(endpoint.body !== undefined && { body: body ?? {} }),
  });
  return { status: response.status, text: await response.text() };
}
