import { expect, test } from 'vitest';
import { listAccounts } from '../../src/contract/adminAccount.ts';
import {
  inviteAgent,
  listManagedAgents,
  updateManagedAgent,
} from '../../src/contract/adminAgent.ts';
import { createKey, listKeys } from '../../src/contract/adminKey.ts';
import {
  type AccountSettings,
  getAccountSettings,
  updateAccountSettings,
} from '../../src/contract/adminSettings.ts';
import {
  createAgentSession,
  getAgentTicket,
  listAgentTickets,
  writeAgentMessage,
} from '../../src/contract/agent.ts';
import { listAudit } from '../../src/contract/audit.ts';
import { getConfig } from '../../src/contract/config.ts';
import { createWebhook } from '../../src/contract/webhook.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, created, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();
const open = () => openAdministration(database);
const webhook = { url: 'https://hooks.acme.example', events: ['ticket.created'] };

test('each role may do what it is for, and no more', async () => {
  const { app, tenant, invite } = await open();
  const { id } = await created(post(app, { key: tenant.publishableKey, visitor: newId() }, draft));
  const reply = { params: { id }, body: { body: 'Hello' } };
  for (const [role, answer, hook, keys] of [
    ['viewer', 403, 403, 403],
    ['agent', 201, 403, 403],
    ['admin', 201, 200, 200],
  ] as const) {
    const me = await invite(role);
    expect((await callFor(app, me, listAgentTickets)).status).toBe(200);
    expect((await callFor(app, me, writeAgentMessage, reply)).status).toBe(answer);
    expect((await callFor(app, me, createWebhook, { body: webhook })).status).toBe(hook);
    expect((await callFor(app, me, listKeys)).status).toBe(keys);
    expect((await callFor(app, me, listAccounts)).status).toBe(403);
  }
});

test('an admin agent manages the own account, whatever account they name', async () => {
  const mine = await open();
  const theirs = await open();
  const admin = await mine.invite('admin');
  const input = { ...theirs.of, body: { name: 'Renamed' } };
  await call(mine.app, admin, updateAccountSettings, input);
  const name = async (key: string) => (await call(mine.app, { key }, getConfig)).name;
  expect(await name(mine.tenant.publishableKey)).toBe('Renamed');
  expect(await name(theirs.tenant.publishableKey)).toBe('Acme');
});

test('a disabled agent is signed out, and cannot be signed in until enabled', async () => {
  const { app, of, tenant, invite } = await open();
  const me = await invite('agent', 'Marta Klein');
  const params = { id: me.id };
  const change = (disabled: boolean) =>
    call(app, operator, updateManagedAgent, { ...of, params, body: { disabled } });
  expect((await change(true)).disabled_at).not.toBeNull();
  expect((await callFor(app, me, listAgentTickets)).status).toBe(401);
  const body = { name: 'Marta Klein', email: 'Marta.Klein@acme.example' };
  const signIn = () => callFor(app, { key: tenant.secretKey }, createAgentSession, { body });
  expect(await apiErrorOf(await signIn())).toMatchObject({ message: 'This agent was disabled.' });
  await change(false);
  expect((await signIn()).status).toBe(200);
  const { agents } = await call(app, operator, listManagedAgents, of);
  expect(agents).toHaveLength(1);
});

test('an admin can neither disable nor demote themselves', async () => {
  const { app, invite } = await open();
  const me = await invite('admin');
  const answer = await callFor(app, me, updateManagedAgent, {
    params: { id: me.id },
    body: { role: 'viewer' },
  });
  expect(answer.status).toBe(403);
});

const wanted: AccountSettings = {
  name: 'Northwind',
  email: 'help@northwind.example',
  mail_from: 'no-reply@northwind.example',
  team_email: 'team@northwind.example',
  ticket_prefix: 'NW',
  allowed_origins: ['https://*.northwind.example', 'http://localhost:*'],
  links: [{ name: 'Help', url: 'https://help.example', category: 'contact', icon: 'x' }],
  categories: [{ id: 'sales', label: 'Sales' }],
  fields: [{ id: 'area', label: 'Area', type: 'text', required: false }],
  business_hours: { time_zone: 'Europe/Madrid', week: [[], [], [], [], [], [], []], holidays: [] },
  routing: {
    queues: [{ id: 'sales', name: 'Sales', business_hours: null }],
    rules: [{ category: ['sales'], fields: { area: ['north'] }, queue: 'sales', tags: ['lead'] }],
  },
  first_response: { minutes: 30, rules: [{ tier: 'gold', minutes: 5 }] },
  daily_summary: { time_zone: 'UTC', hour: 7 },
  attachments: { max_files: 1, max_bytes: 1_000, types: ['image/*'] },
  require_identity: true,
  identity_keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AAAA' }],
  inbound_domain: 'in.northwind.example',
  reply_mail_delay: 5,
  kb_url: 'https://help.example/{slug}',
  kb_index_limit: 10,
  connect_by: 'visitor',
  connect_role: 'integrations:manage',
  email_channel: true,
  confirm_unverified: false,
};

test('every setting is changed, read back and set again to what it was', async () => {
  const { app, of } = await open();
  const before = await call(app, operator, getAccountSettings, of);
  const set = (body: object) => call(app, operator, updateAccountSettings, { ...of, body });
  for (const [name, value] of Object.entries(wanted)) {
    expect(await set({ [name]: value })).toMatchObject({ [name]: value });
  }
  expect(await call(app, operator, getAccountSettings, of)).toEqual(wanted);
  expect(await set(before)).toEqual(before);
});

test.each([
  { nmae: 'x' },
  { email: 'nobody' },
  { allowed_origins: ['https://app.example.com/path'] },
  { allowed_origins: ['javascript:alert(1)'] },
  { ticket_prefix: 'a b' },
  { inbound_domain: 'not a domain' },
  { attachments: { max_files: 99, max_bytes: 1, types: [] } },
  { routing: { queues: [], rules: [{ categorie: ['sales'] }] } },
  { routing: { queues: [], rules: [{ queue: 'sales' }] } },
  { routing: { queues: [], rules: [{ assignee: 'Marta' }] } },
  { routing: { queues: Array(2).fill({ id: 'sales', name: 'Sales' }), rules: [] } },
  {
    business_hours: { time_zone: 'Mars/Olympus', week: [[], [], [], [], [], [], []], holidays: [] },
  },
])('an invalid setting is rejected: %j', async (body) => {
  const { app, of } = await open();
  expect((await callFor(app, operator, updateAccountSettings, { ...of, body })).status).toBe(422);
});

test('the log names who did what to what, and holds no secret', async () => {
  const { app, of, tenant, invite } = await open();
  const admin = await invite('admin', 'Ada Admin');
  const { id } = await created(post(app, { key: tenant.publishableKey, visitor: newId() }, draft));
  await call(app, admin, getAgentTicket, { params: { id } });
  const { key } = await call(app, admin, createKey, { body: { kind: 'secret', name: 'CI' } });
  await call(app, admin, updateAccountSettings, { body: { ticket_prefix: 'NW' } });
  await call(app, operator, inviteAgent, {
    ...of,
    body: { name: 'Bo', email: 'bo@acme.example', role: 'viewer' },
  });
  const { entries } = await call(app, operator, listAudit, of);
  expect(entries.map(({ actor, actor_name, action }) => [actor, actor_name, action])).toEqual([
    ['operator', null, 'POST admin/agents'],
    ['agent', 'Ada Admin', 'PATCH admin/settings'],
    ['agent', 'Ada Admin', 'POST admin/keys'],
    ['agent', 'Ada Admin', 'GET agent/tickets/{id}'],
    ['operator', null, 'POST admin/agents'],
  ]);
  expect(entries[1]).toMatchObject({
    before: { ticket_prefix: 'PM' },
    after: { ticket_prefix: 'NW' },
  });
  expect(entries[3]).toMatchObject({ target: id, request_id: expect.stringMatching(/^req_/) });
  for (const secret of [key, admin.key]) expect(JSON.stringify(entries)).not.toContain(secret);
  const ofKeys = await call(app, admin, listAudit, { query: { action: 'POST admin/keys' } });
  expect(ofKeys.entries).toHaveLength(1);
});

test('a rejected request leaves no entry, and no role of the API changes or deletes one', async () => {
  const { app, of, invite } = await open();
  const viewer = await invite('viewer');
  await callFor(app, viewer, createKey, { body: { kind: 'secret', name: 'Mine' } });
  const { entries } = await call(app, operator, listAudit, of);
  expect(entries).toHaveLength(1);
  const rights = await asSuperuser<{ right: string }>(
    database.kysely,
    `select privilege_type as right from information_schema.role_table_grants
     where grantee = 'support_app' and table_name = 'audit_log'`,
  );
  expect(rights.map(({ right }) => right).sort()).toEqual(['INSERT', 'SELECT']);
});
