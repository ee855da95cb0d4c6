import { afterEach } from 'vitest';
import type { Database } from '../../../server/db/db.ts';
import { watchFirstResponses } from '../../../server/jobs/slaAlerts.ts';
import { updateTicket, writeAgentMessage } from '../../../src/contract/agent.ts';
import { upsertIntegration } from '../../../src/contract/integrationAdmin.ts';
import { replyToTicket } from '../../../src/contract/message.ts';
import { call, openSession } from './agent.ts';
import { created, createTestApp, draft, post, silent } from './api.ts';
import { asSuperuser } from './database.ts';
import { createTenant, newId } from './tenant.ts';

interface ClockRow {
  response_due_at: Date | null;
  response_left: number | null;
  response_breached_at: Date | null;
  estimated_first_response: Date | null;
}

/**
 * Opens requests with a first-response target, and watches them. Everything that is started ends
 * with each test.
 */
export function openFirstAnswers(database: Database) {
  const started: { stop(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map((one) => one.stop()));
  });

  function watch(count = 1): void {
    for (let n = 0; n < count; n++) {
      const options = { channels: ['pager'], everyMs: 10, onAlert: () => {}, logger: silent };
      started.push(watchFirstResponses({ db: database.kysely, ...options }));
    }
  }

  async function newRequest(more: object = {}) {
    const tenant = await createTenant(database.kysely, {
      first_response: JSON.stringify({
        minutes: 60,
        rules: [{ priority: 'critical', minutes: 10 }],
      }),
      ...more,
    });
    const app = createTestApp(database);
    const visitor = { key: tenant.publishableKey, visitor: newId() };
    const agent = await openSession(app, tenant);
    const host = { key: tenant.secretKey };
    const connect = (body: object) => call(app, host, upsertIntegration, { body });
    const ticket = await created(post(app, visitor, draft));
    const params = { id: ticket.id };
    const rows = <Row>(query: string) => asSuperuser<Row>(database.kysely, query);
    const of = `ticket_id = '${ticket.id}'`;
    return {
      connect,
      host,
      rows,
      ticket,
      clock: async () =>
        (await rows<ClockRow>(`select * from support.tickets where id = '${ticket.id}'`))[0],
      timers: async () => (await rows(`select 1 from support.response_timers where ${of}`)).length,
      alarms: async () =>
        (
          await rows<{ type: string }>(
            `select type from support.jobs where type like 'sla_alert%'
             and payload->>'ticketId' = '${ticket.id}' order by 1`,
          )
        ).map(({ type }) => type),
      runOut: () =>
        rows(`update support.tickets set response_due_at = now() - interval '1 second'
                where id = '${ticket.id}';
              update support.response_timers set due_at = now() - interval '1 second' where ${of}`),
      change: (body: object) => call(app, agent, updateTicket, { params, body }),
      answer: (internal = false) =>
        call(app, agent, writeAgentMessage, { params, body: { body: 'Hello', internal } }),
      reply: () => call(app, visitor, replyToTicket, { params, body: { body: 'More' } }),
    };
  }

  return { started, watch, newRequest };
}
