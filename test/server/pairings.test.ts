import { beforeAll, expect, test } from 'vitest';
import { scopeOfPath } from '../../server/http/keyScopes.ts';
import {
  adminEndpoints,
  agentEndpoints,
  type Endpoint,
  endpoints,
  eventEndpoints,
  lateEndpoints,
} from '../../src/contract/index.ts';
import { operator } from './support/administration.ts';
import { asSuperuser, isPostgres, openForFile } from './support/database.ts';
import { attempt, type Holder, type OpenedAccount, openAccount } from './support/pairings.ts';

const database = openForFile();
const table: readonly Endpoint[] = Object.values({
  ...endpoints,
  ...eventEndpoints,
  ...lateEndpoints,
  ...agentEndpoints,
  ...adminEndpoints,
});

/** The embedded database has one connection: there every tenth attempt is made. */
const share = isPostgres ? 1 : 10;

let mine: OpenedAccount;
let theirs: OpenedAccount;
beforeAll(async () => {
  mine = await openAccount(database, 'narwhal');
  theirs = await openAccount(database, 'pangolin');
});

/** Whether an endpoint is beyond what a key can open: then it must say so before anything else. */
function isClosed(holder: Holder, endpoint: Endpoint): boolean {
  const { access, method, readOnly, role, beacon, path } = endpoint;
  const { opens, isViewer, hasJobsAlone } = holder;
  if (beacon && opens.includes('key')) return false;
  if (!opens.includes(access)) return true;
  if (hasJobsAlone && path.startsWith('agent/') && !path.startsWith('agent/jobs')) return true;
  if (isViewer && method !== 'GET' && !readOnly) return true;
  return holder.role !== 'admin' && role === 'admin' && isSession(holder);
}

const isSession = ({ caller }: Holder) => caller.key.startsWith('as_');

/** Bodies that would do something if they were let through. */
const bodies = (account: OpenedAccount): unknown[] => [
  {},
  { body: 'x', status: 'resolved', name: 'x', email: 'x@x.example', assignee: account.ids.agent },
  {
    ...{ kind: 'secret', role: 'admin', disabled: true, overlap_hours: 0, plan: 'enterprise' },
    ...{ title: 'x', message: 'x', severity: 'high', provider: 'stripe', score: 1, position: 1 },
    ...{
      priority: 'low',
      name: 'x',
      email: 'x@x.example',
      integrations: [account.ids.integration],
    },
  },
];

const parametersOf = ({ path }: Endpoint) => [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one);

test('every endpoint of the team has a scope', () => {
  for (const { path, access } of Object.values(agentEndpoints)) {
    expect([path, access, scopeOfPath(path)]).toEqual([path, access, expect.any(String)]);
  }
});

/** Everything of an account, as it is stored. */
const snapshot = ({ tenant: { id } }: OpenedAccount) =>
  asSuperuser(
    database.kysely,
    `select row_to_json(t)::text as row from support.tenants t where id = '${id}'
     union all select (to_jsonb(k) - 'last_used_at')::text from support.api_keys k
       where tenant_id = '${id}'
     ${['tickets', 'messages', 'agents', 'integrations', 'articles', 'incidents']
       .map(
         (name) => `union all select row_to_json(r)::text from support.${name} r
       where tenant_id = '${id}'`,
       )
       .join('\n')} order by 1`,
  );

/** Tries every endpoint in the name of everybody of one account, with the ids of the other. */
async function tryAll(from: OpenedAccount, to: OpenedAccount) {
  let attempts = 0;
  const leaks: string[] = [];
  const tryOne = async (holder: Holder, endpoint: Endpoint, value: string, body: unknown) => {
    attempts++;
    if (attempts % share !== 0) return;
    const named = holder.name.endsWith('names the other account') ? to.of : undefined;
    const params = Object.fromEntries(parametersOf(endpoint).map((name) => [name ?? '', value]));
    const { status, text } = await attempt(from.app, holder, endpoint, { params, body, ...named });
    const what = `${holder.name}: ${endpoint.method} ${endpoint.path} ${value} → ${status}`;
    if (isClosed(holder, endpoint) && ![401, 403].includes(status)) leaks.push(what);
    if (status >= 500 || text.includes(to.word)) leaks.push(`${what} ${text}`);
  };
  for (const holder of from.holders) {
    for (const endpoint of table) {
      const hasParameter = parametersOf(endpoint).length > 0;
      const values = hasParameter ? [...Object.values(to.ids), 'x', '..%2f'] : ['-'];
      const given = endpoint.body === undefined ? [undefined] : bodies(to);
      await Promise.all(
        values.flatMap((value) => given.map((body) => tryOne(holder, endpoint, value, body))),
      );
    }
  }
  return { attempts, leaks };
}

test('no pairing of account, key, role, visitor and id opens what is not its own', async () => {
  let total = 0;
  for (const [from, to] of [
    [mine, theirs],
    [theirs, mine],
  ] as const) {
    const before = await snapshot(to);
    const { attempts, leaks } = await tryAll(from, to);
    expect(leaks).toEqual([]);
    expect(await snapshot(to)).toEqual(before);
    total += attempts;
  }
  expect(total).toBeGreaterThan(20_000);
}, 600_000);

test('a test key and another visitor never read a request of a live visitor', async () => {
  const leaks: string[] = [];
  for (const holder of mine.holders) {
    const isOwner = ['a visitor', 'a host', 'a viewer', 'an agent'].includes(holder.name);
    if (isOwner || holder.role === 'admin') continue;
    for (const endpoint of table.filter(({ path }) => path.includes('tickets'))) {
      const params = { id: mine.ids.ticket };
      const { status, text } = await attempt(mine.app, holder, endpoint, { params });
      if (text.includes(mine.word)) leaks.push(`${holder.name} ${endpoint.path} ${status}`);
    }
  }
  expect(leaks).toEqual([]);
});

test('the operator reaches administration alone', async () => {
  const holder: Holder = { name: 'the operator', caller: operator, opens: ['admin', 'operator'] };
  for (const endpoint of table) {
    const { status } = await attempt(mine.app, holder, endpoint, {
      params: Object.fromEntries(parametersOf(endpoint).map((name) => [name ?? '', 'x'])),
      ...mine.of,
    });
    const isOpen = holder.opens.includes(endpoint.access);
    expect([endpoint.path, isOpen || status === 401]).toEqual([endpoint.path, true]);
  }
});
