import { Migrator } from 'kysely';
import { describe, expect, test } from 'vitest';
import { digest } from '../../server/base/digest.ts';
import { proveIsolation } from '../../server/db/canary.ts';
import { migrate, migrations } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { prepareRole } from '../../server/db/role.ts';
import { claimJobs } from '../../server/queue/claim.ts';
import { listAgentTickets } from '../../src/contract/agent.ts';
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

describe.runIf(isPostgres)('a database of an earlier version', () => {
  test('is migrated with its data', async () => {
    const database = openPostgres(await createOwnPostgres({ isEmpty: true }));
    const { kysely } = database;
    await prepareRole(kysely);
    const { error } = await new Migrator({
      db: kysely,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: 'support_migrations',
    }).migrateTo('0014_worked_off');
    expect(error).toBeUndefined();
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
