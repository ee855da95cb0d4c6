import { Migrator } from 'kysely';
import { describe, expect, test } from 'vitest';
import { digest } from '../../server/base/digest.ts';
import { proveIsolation } from '../../server/db/canary.ts';
import { migrate, migrations } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { prepareRole } from '../../server/db/role.ts';
import { claimJobs } from '../../server/queue/claim.ts';
import { listAgentTickets } from '../../src/contract/agent.ts';
import { listRatingComments } from '../../src/contract/ratingComment.ts';
import { getReport } from '../../src/contract/report.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { asSuperuser, createOwnPostgres, isPostgres } from './support/database.ts';
import { searchOf } from './support/search.ts';
import { newId } from './support/tenant.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';
const [publishableKey, secretKey, visitor] = ['pk_old', 'sk_old', newId()];

/** The state of an older server: views, a running job, tickets in several states. */
const before = `
  create view support.deflection_outcomes as select tenant_id from support.deflections;
  create view support.request_records as select tenant_id from support.deflection_outcomes;
  insert into support.tenants
      (id, name, email, mail_from, team_email, allowed_origins, links, fields, first_response,
        inbound_domain)
    values ('${tenantId}', 'Old', 'a@x.example', 'b@x.example', 'c@x.example', '{}', '[]', '[]',
      '{"minutes":60,"rules":[]}', 'in.old.example');
  insert into support.ticket_counters (tenant_id, next) values ('${tenantId}', 1004);
  insert into support.api_keys (hash, tenant_id, kind) values
    ('${digest(publishableKey)}', '${tenantId}', 'publishable'),
    ('${digest(secretKey)}', '${tenantId}', 'secret');
  insert into support.tickets (tenant_id, id, visitor_hash, number, ticket_number, status, subject,
      customer_email, priority, category, custom_fields, context, metadata)
    select '${tenantId}', gen_random_uuid(), '${digest(visitor)}', n, 'PM-' || n,
      case when n = 1001 then 'new' else 'resolved' end, 'Old', 'ada@x.example', 'medium', 'other',
      '{}', '{}', '{}' from generate_series(1001, 1003) n;
  insert into support.jobs (tenant_id, id, type, payload, attempts, run_at) values
    ('${tenantId}', gen_random_uuid(), 'ping', '{}', 1, now() - interval '1 minute'),
    ('${tenantId}', gen_random_uuid(), 'ping', '{}', 0, now());
  insert into support.articles (tenant_id, locale, slug, category, title, description, tags, headings,
      related, path, source, source_hash, blocks, body, minutes, published, updated_at, terms, term_fields)
    values ('${tenantId}', 'en', 'spf', 'general', 'Set up SPF', '', '{}', '{Record}', '{}', '', '', '', '[]',
      'A record.', 1, true, now(), '{set,spf,record}', '{8,8,5}');
  insert into support.article_terms (tenant_id, locale, term, articles, postings)
    select '${tenantId}', 'en', term, 1, id * 16 + field
    from support.articles, unnest(terms, term_fields) as entry (term, field);
  insert into support.article_locales (tenant_id, locale, version, articles, synonyms)
    values ('${tenantId}', 'en', 'old', 1, '[]');
`;

/** A database with the tables of an older server. */
async function openOlder(last: string) {
  const database = openPostgres(await createOwnPostgres({ isEmpty: true }));
  await prepareRole(database.kysely);
  const { error } = await new Migrator({
    db: database.kysely,
    provider: { getMigrations: async () => migrations },
    migrationTableSchema: 'support_migrations',
  }).migrateTo(last);
  expect(error).toBeUndefined();
  return database;
}

/** Three requests with replies of agents, of whom two have one name. */
const conversations = `
  insert into support.tenants
      (id, name, email, mail_from, team_email, allowed_origins, links, fields, first_response)
    values ('${tenantId}', 'Old', 'a@x.example', 'b@x.example', 'c@x.example', '{}', '[]', '[]',
      '{"minutes":60,"rules":[]}');
  insert into support.api_keys (hash, tenant_id, kind)
    values ('${digest(secretKey)}', '${tenantId}', 'secret');
  insert into support.agents (tenant_id, id, name, email)
    select '${tenantId}', md5('agent' || n)::uuid, name, n || '@x.example'
    from unnest('{Marta,Sam,Sam}'::text[]) with ordinality as agents (name, n);
  insert into support.tickets (tenant_id, id, visitor_hash, number, ticket_number, status, subject,
      customer_email, priority, category, custom_fields, context, metadata, first_response_at,
      resolved_at, reopened, rating)
    select '${tenantId}', md5('ticket' || n)::uuid, 'v', n, 'PM-' || n, 'resolved', 'Old',
      'ada@x.example', 'medium', 'other', '{}', '{}', '{}', now(), now(), n - 1,
      case n when 2 then '{"score":2,"comment":"Slow.","created_at":"2026-03-01T10:00:00.000Z"}'::jsonb end
    from generate_series(1, 3) n;
  insert into support.request_metrics (tenant_id, id, request_category, request_priority,
      routing_channel, timestamp, resolution_time, first_response_time)
    select tenant_id, id, category, priority, 'ticket', created_at, 60, 30 from support.tickets;
  insert into support.messages (tenant_id, ticket_id, position, visitor_hash, author, author_name,
      internal, body, metadata)
    select '${tenantId}', md5('ticket' || ticket)::uuid, position, 'v', 'agent', name, position < 0,
      'x', '{}'
    from (values (1, -1, 'Sam'), (1, 2, 'Marta'), (2, 2, 'Sam'), (2, 3, 'Marta'))
      as messages (ticket, position, name);
  insert into support.audit_log (tenant_id, actor, actor_id, action, target, before, after)
    select '${tenantId}', 'agent', md5('agent' || agent)::uuid, 'PATCH agent/tickets/{id}',
      md5('ticket' || ticket)::uuid, jsonb_build_object('status', was), jsonb_build_object('status', "is")
    from (values (1, 1, 'open', 'resolved'), (2, 1, 'open', 'resolved'), (3, 2, 'open', 'resolved'),
      (1, 2, 'resolved', 'resolved')) as log (agent, ticket, was, "is");
`;

describe.runIf(isPostgres)('a database of an earlier version', () => {
  test('knows who answered and resolved its requests, where that is known', async () => {
    const database = await openOlder('0046_mentions');
    await asSuperuser(database.kysely, conversations);
    await migrate(database.kysely);
    const app = createTestApp(database);
    const report = await call(app, { key: secretKey }, getReport);
    expect(report).toMatchObject({ resolved: 3, first_contact: 1, reopened: 2 });
    expect(report.agents).toMatchObject([
      { agent: null, answered: 2, resolved: 1 },
      { agent: { name: 'Marta' }, answered: 1, resolved: 0 },
      { agent: { name: 'Sam' }, answered: 0, resolved: 1 },
      { agent: { name: 'Sam' }, answered: 0, resolved: 1 },
    ]);
    const query = { from: '2026-03-01', to: '2026-03-01' };
    const { ratings } = await call(app, { key: secretKey }, listRatingComments, { query });
    expect(ratings).toMatchObject([{ ticket_number: 'PM-2', comment: 'Slow.' }]);
    await database.close();
  });

  test('is migrated with its data', async () => {
    const database = await openOlder('0014_worked_off');
    const { kysely } = database;
    await asSuperuser(kysely, before);
    await migrate(kysely);
    await proveIsolation(kysely);
    const app = createTestApp(database);
    const { counts } = await call(app, { key: secretKey }, listAgentTickets);
    expect(counts).toMatchObject({ all: 3, unassigned: 1, by_status: { new: 1, resolved: 2 } });
    const mine = await call(app, { key: publishableKey, visitor }, listTickets);
    expect(mine.tickets.map((ticket) => ticket.ticket_number)).toEqual([
      'PM-1003',
      'PM-1002',
      'PM-1001',
    ]);
    expect(await claimJobs(kysely, { types: ['ping'], limit: 4, leaseMs: 1 })).toHaveLength(2);
    const { results } = await searchOf(app, { id: tenantId, publishableKey, secretKey }).search(
      'spf record',
    );
    expect(results).toMatchObject([{ slug: 'spf', title: 'Set up SPF' }]);
    expect(await asSuperuser(kysely, 'select * from support.inbound_domains')).toEqual([
      { domain: 'in.old.example', account_id: tenantId },
    ]);
    await database.close();
  });
});
