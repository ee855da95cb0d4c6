import { expect, test } from 'vitest';
import { listAccounts } from '../../src/contract/adminAccount.ts';
import {
  inviteAgent,
  listManagedAgents,
  updateManagedAgent,
} from '../../src/contract/adminAgent.ts';
import { createKey, listKeys } from '../../src/contract/adminKey.ts';
import { updateAccountSettings } from '../../src/contract/adminSettings.ts';
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

test('each role has exactly its permissions', async () => {
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

test('an admin agent manages their own account, whatever account they name', async () => {
  const mine = await open();
  const theirs = await open();
  const admin = await mine.invite('admin');
  const input = { ...theirs.of, body: { name: 'Renamed' } };
  await call(mine.app, admin, updateAccountSettings, input);
  const name = async (key: string) => (await call(mine.app, { key }, getConfig)).name;
  expect(await name(mine.tenant.publishableKey)).toBe('Renamed');
  expect(await name(theirs.tenant.publishableKey)).toBe('Acme');
});

test('a disabled agent is signed out, and cannot sign in until enabled', async () => {
  const { app, of, tenant, invite } = await open();
  const me = await invite('agent', 'Marta Klein');
  const params = { id: me.id };
  const change = (disabled: boolean) =>
    call(app, operator, updateManagedAgent, { ...of, params, body: { disabled } });
  expect((await change(true)).disabled_at).not.toBeNull();
  expect((await callFor(app, me, listAgentTickets)).status).toBe(401);
  const body = { name: 'Marta Klein', email: 'Marta.Klein@acme.example' };
  const signIn = () => callFor(app, { key: tenant.secretKey }, createAgentSession, { body });
  expect(await apiErrorOf(await signIn())).toMatchObject({
    message: 'This agent is disabled. An admin can enable them again.',
  });
  await change(false);
  expect((await signIn()).status).toBe(200);
  const { agents } = await call(app, operator, listManagedAgents, of);
  expect(agents).toHaveLength(1);
});

test('an admin can neither disable nor demote themselves', async () => {
  const { app, invite } = await open();
  const me = await invite('admin');
  const response = await callFor(app, me, updateManagedAgent, {
    params: { id: me.id },
    body: { role: 'viewer' },
  });
  expect(response.status).toBe(403);
});

test('the log names the actor, the action and the target, and contains no secret', async () => {
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

test('a rejected request adds no entry, and no role of the API changes or deletes one', async () => {
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

test('the last admin cannot be demoted or disabled in any way', async () => {
  const { app, of, invite } = await open();
  const [ada, bo] = [await invite('admin', 'Ada'), await invite('admin', 'Bo')];
  const change = (id: string, body: object) =>
    callFor(app, operator, updateManagedAgent, { ...of, params: { id }, body });
  // Both concurrent changes together would leave no admin, so one is rejected.
  const outcomes = await Promise.all([
    change(ada.id, { role: 'agent' }),
    change(bo.id, { disabled: true }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 422]);
  const { agents } = await call(app, operator, listManagedAgents, of);
  const left = agents.filter(({ role, disabled_at }) => role === 'admin' && disabled_at === null);
  expect(left).toHaveLength(1);
  const { id = '', email = '', name = '' } = left[0] ?? {};
  for (const body of [{ role: 'viewer' }, { disabled: true }, { role: 'agent', disabled: false }]) {
    expect(await apiErrorOf(await change(id, body))).toMatchObject({
      status: 422,
      details: [{ message: expect.stringContaining('last admin') }],
    });
  }
  const again = { ...of, body: { name, email: email.toUpperCase(), role: 'agent' } };
  expect(await apiErrorOf(await callFor(app, operator, inviteAgent, again))).toMatchObject({
    status: 422,
  });
  expect((await change(id, { role: 'admin', disabled: false })).status).toBe(200);
});

test('an admin cannot invite themselves with another role', async () => {
  const { app, invite } = await open();
  await invite('admin', 'Bo');
  const me = await invite('admin', 'Ada');
  const body = { name: 'Ada', email: 'ADA@acme.example', role: 'viewer' };
  const response = await callFor(app, me, inviteAgent, { body });
  expect(await apiErrorOf(response)).toMatchObject({ status: 403, code: 'PERMISSION_DENIED' });
});
