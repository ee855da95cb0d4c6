import { expect, test } from 'vitest';
import { createLiveHub } from '../../server/live/hub.ts';
import { listenForLive } from '../../server/live/listener.ts';
import { notePresence } from '../../src/contract/presence.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, isNile, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

test.runIf(!isNile)(
  'an agent’s presence only reaches agents of the account, and is not stored',
  async () => {
    const tenant = await createTenant(database.kysely);
    const other = await createTenant(database.kysely);
    const live = createLiveHub();
    const listener = await listenForLive(database, live, silent);
    const app = createTestApp(database, { live });
    const visitor = { key: tenant.publishableKey, visitor: newId() };
    const { id } = await created(post(app, visitor, draft));
    const agent = await openSession(app, tenant);
    const heard: Record<string, unknown[]> = { agents: [], others: [], visitors: [] };
    const [{ hash } = { hash: '' }] = await asSuperuser<{ hash: string }>(
      database.kysely,
      `select visitor_hash as hash from support.tickets where id = '${id}'`,
    );
    const arrival = new Promise<void>((resolve) => {
      live.listen({ tenantId: tenant.id }, (event) => {
        if (event.type !== 'presence') return;
        heard.agents?.push(event);
        resolve();
      });
    });
    live.listen({ tenantId: other.id }, (event) => heard.others?.push(event));
    live.listen({ tenantId: tenant.id, visitorHash: hash }, (event) => heard.visitors?.push(event));
    const log = () =>
      asSuperuser(
        database.kysely,
        `select 1 from support.audit_log where tenant_id = '${tenant.id}'`,
      );
    const before = await log();
    await call(app, agent, notePresence, { params: { id }, body: { presence: 'writing' } });
    await arrival;
    const event = { type: 'presence', ticket_id: id, presence: 'writing' };
    expect(heard.agents).toEqual([{ ...event, agent: { id: agent.id, name: 'Marta Klein' } }]);
    expect(JSON.stringify([heard.others, heard.visitors])).not.toContain('presence');
    expect(await log()).toEqual(before);
    const key = await callFor(app, { key: tenant.secretKey }, notePresence, {
      params: { id },
      body: { presence: 'open' },
    });
    expect((await apiErrorOf(key)).code).toBe('PERMISSION_DENIED');
    await listener.stop();
  },
);
