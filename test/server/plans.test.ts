import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digest } from '../../server/base/digest.ts';
import type { Database } from '../../server/db/db.ts';
import { receiveMail } from '../../server/mail/in/inbound.ts';
import { claimDue } from '../../server/queries/checks.ts';
import { claimUnmirrored } from '../../server/queries/eventMirror.ts';
import { listLateResponses } from '../../server/queries/responseClock.ts';
import { claimJobs } from '../../server/queue/claim.ts';
import {
  getAgentTicket,
  listAgentTickets,
  updateTicket,
  writeAgentMessage,
} from '../../src/contract/agent.ts';
import { getConfig } from '../../src/contract/config.ts';
import { listIntegrations } from '../../src/contract/integration.ts';
import { getTicket, listMessages, rateTicket, replyToTicket } from '../../src/contract/message.ts';
import { listRatingComments } from '../../src/contract/ratingComment.ts';
import { getReport } from '../../src/contract/report.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { call, openSession } from './support/agent.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, createOwnPostgres, isPostgres } from './support/database.ts';
import { eventOf, sendEvents } from './support/events.ts';
import { openExplained, type Scan } from './support/plans.ts';
import { createTenant, newId } from './support/tenant.ts';

const accounts = 500;
const tickets = 40_000;

/**
 * Rows of many accounts, inserted directly with triggers disabled, because requests would take too
 * long.
 */
const rows = `
  set session_replication_role = replica;
  insert into support.tenants (id, name, email, mail_from, team_email, allowed_origins, links, fields, first_response)
    select md5('t' || n)::uuid, 'x', 'x', 'x', 'x', '{}', '[]', '[]', '{"minutes":60,"rules":[]}'
    from generate_series(1, ${accounts}) n;
  insert into support.tickets (tenant_id, id, visitor_hash, number, ticket_number, status, subject,
      customer_email, priority, category, custom_fields, context, metadata, reply_token,
      created_at, updated_at)
    select md5('t' || 1 + n % ${accounts})::uuid, md5('k' || n)::uuid, md5('v' || n % 20000), n, 'PM-' || n,
      'resolved', 'x', 'x@x.example', 'medium', 'other', '{}', '{}', '{}', md5('r' || n),
      now() - n * interval '1 minute', now() - n * interval '1 minute'
    from generate_series(1, ${tickets}) n;
  insert into support.messages (tenant_id, ticket_id, position, visitor_hash, author, body, metadata)
    select tenant_id, id, 1, visitor_hash, 'visitor', 'x', '{}' from support.tickets;
  insert into support.message_terms (tenant_id, term, ticket_id, position)
    select tenant_id, word, ticket_id, 1 from support.messages, unnest('{invoice,late}'::text[]) as word;
  insert into support.idempotency_keys (tenant_id, visitor_hash, key, request_hash, reply)
    select tenant_id, visitor_hash, id::text, 'x', '{}' from support.tickets;
  insert into support.events (tenant_id, id, visitor_hash, name, timestamp, properties, mirror_at)
    select tenant_id, id, visitor_hash, 'support_search', created_at, '{}', null from support.tickets;
  insert into support.request_metrics (tenant_id, id, request_category, request_priority,
      routing_channel, deflected_to_kb, escalated, timestamp)
    select tenant_id, id, 'other', 'medium', 'ticket', false, false, created_at from support.tickets;
  insert into support.deflections (tenant_id, visitor_hash, started_at, shown_at)
    select tenant_id, visitor_hash, created_at, created_at from support.tickets;
  insert into support.ticket_counts (tenant_id, status, assignee_id, tickets)
    select tenant_id, status, null, 1 from support.tickets;
  insert into support.response_timers (tenant_id, ticket_id, due_at)
    select tenant_id, id, now() + interval '1 hour' from support.tickets;
  insert into support.jobs (tenant_id, id, type, payload, run_at)
    select tenant_id, id, 'later', '{}', now() + interval '1 hour' from support.tickets;
  insert into support.jobs (tenant_id, id, type, payload, run_at)
    select tenant_id, md5('j' || id)::uuid, 'unhandled', '{}', created_at
    from support.tickets;
  insert into support.attachments (tenant_id, id, visitor_hash, ticket_id, position, rank, name, type,
      size, storage_key, stored_at, linked_at)
    select tenant_id, id, visitor_hash, id, 1, 0, 'x', 'image/png', 1, id::text, now(), now()
    from support.tickets;
  insert into support.mails (tenant_id, message_id, ticket_id)
    select tenant_id, id::text, id from support.tickets;
  insert into support.integrations (tenant_id, id, provider, name, category, next_check_at)
    select md5('t' || 1 + n % ${accounts})::uuid, md5('i' || n)::uuid, 'custom', n, 'custom', now() + interval '1 hour'
    from generate_series(1, 20000) n;
  insert into support.integration_checks (tenant_id, integration_id, at, passed)
    select tenant_id, id, now() - interval '1 hour', true from support.integrations;
  insert into support.webhook_deliveries (tenant_id, id, webhook_id, event_id, type, payload, budget)
    select tenant_id, id, id, 'x', 'x', '{}', 1 from support.integrations;
  insert into support.received_events (tenant_id, integration_id, id, event_id, type, payload, status)
    select tenant_id, id, id, 'x', 'x', '{}', 'processed' from support.integrations;
  set session_replication_role = origin;
`;

describe.runIf(isPostgres)('with 40,000 tickets of 500 accounts', () => {
  let database: Database;
  let scans: Scan[];
  beforeAll(async () => {
    const opened = await openExplained(await createOwnPostgres());
    database = opened.database;
    scans = opened.scans;
    await asSuperuser(database.kysely, rows);
    await asSuperuser(database.kysely, 'vacuum analyze');
    scans.length = 0;
  });
  afterAll(() => database.close());

  test('the newest first responses of a team are found by account and time', async () => {
    const tenant = await createTenant(database.kysely);
    const seen = scans.length;
    await call(createTestApp(database), { key: tenant.publishableKey }, getConfig);
    const own = scans.slice(seen).filter(({ query }) => query.includes('first_response_time'));
    expect(own.filter(({ table }) => table === 'request_metrics')).toMatchObject([
      { index: 'request_metrics_tenant_id_timestamp_idx' },
    ]);
  });

  test('no request and no query of the background work reads a whole table', async () => {
    const tenant = await createTenant(database.kysely);
    const app = createTestApp(database);
    const me = { key: tenant.publishableKey, visitor: newId() };
    const host = { key: tenant.secretKey };
    const idempotencyKey = newId();
    const { id } = await created(post(app, me, draft, { idempotencyKey }));
    expect((await post(app, me, draft, { idempotencyKey })).status).toBe(201);
    const params = { id };
    const agent = await openSession(app, tenant);
    await call(app, me, replyToTicket, { params, body: { body: 'More' } });
    await call(app, agent, writeAgentMessage, { params, body: { body: 'Answer' } });
    await call(app, agent, updateTicket, {
      params,
      body: { status: 'resolved', priority: 'high' },
    });
    await call(app, me, rateTicket, { params, body: { score: 5 } });
    await call(app, me, listTickets);
    await call(app, me, getTicket, { params });
    await call(app, me, listMessages, { params });
    for (const query of [
      {},
      { status: 'resolved' },
      { assignee: 'me' },
      { assignee: 'none' },
      { queue: 'x' },
      { search: 'invoice' },
      { search: 'invoice late ' },
    ]) {
      await call(app, agent, listAgentTickets, { query });
    }
    await call(app, agent, getAgentTicket, { params });
    await call(app, me, listIntegrations);
    await sendEvents(app, me, [eventOf('support_suggestion_shown'), eventOf('support_search')]);
    await call(app, host, getReport, { query: { from: '2026-01-01', to: '2026-01-31' } });
    await call(app, host, listRatingComments);
    await call(app, me, getConfig);
    const [ticket] = await asSuperuser<{ token: string }>(
      database.kysely,
      `select reply_token as token from support.tickets
       where tenant_id = '${tenant.id}' and visitor_hash = '${digest(me.visitor)}'`,
    );
    const mail = { from: draft.email, envelopeFrom: draft.email, messageId: '<1@x.example>' };
    const to = [`reply+${ticket?.token}@in.acme.example`];
    const result = await receiveMail(database.kysely, { ...mail, to, text: 'Again', headers: {} });
    expect(result.status).toBe('accepted');
    await claimJobs(database.kysely, { types: ['now'], limit: 4, leaseMs: 1 });
    await claimJobs(database.kysely, { types: ['send_reply_mail'], limit: 4, leaseMs: 1 });
    await claimDue(database.kysely, { limit: 4, leaseSeconds: 1 });
    await listLateResponses(database.kysely);
    await claimUnmirrored(database.kysely);
    const large = (
      await asSuperuser<{ name: string }>(
        database.kysely,
        'select relname as name from pg_class where reltuples > 5000',
      )
    ).map(({ name }) => name);
    expect(large.length).toBeGreaterThan(10);
    expect(scans.filter(({ table, isWhole }) => isWhole && large.includes(table))).toEqual([]);
    expect(scans.filter(({ discarded }) => discarded > 5_000)).toEqual([]);
  });
});
