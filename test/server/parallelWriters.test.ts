import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { inScope } from '../../server/db/scope.ts';
import { takeAllowances } from '../../server/queries/allowances.ts';
import { addUpCounts } from '../../server/queries/inboxCounts.ts';
import { takeTokens } from '../../server/queries/rateBuckets.ts';
import { requestRecords } from '../../server/queries/requestRecords.ts';
import { deleteInBatches } from '../../server/queries/retention.ts';
import { updateManagedAgent } from '../../src/contract/adminAgent.ts';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { Attachment } from '../../src/contract/attachment.ts';
import { rateTicket, replyToTicket } from '../../src/contract/message.ts';
import { erasePerson } from '../../src/contract/privacy.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { created, createTestApp, dataOf, draft, post } from './support/api.ts';
import { asSuperuser, isPostgres, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';
import { upload } from './support/upload.ts';

const database = openForFile();
const rows = <Row>(query: string) => asSuperuser<Row>(database.kysely, query);
const each = <Result>(count: number, run: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => run(index)));

const rateLimits = { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 };

describe.runIf(isPostgres)('writers in parallel', () => {
  test('leave the counts of the inbox, the records and the timers consistent with the tickets', async () => {
    const tenant = await createTenant(database.kysely);
    const app = createTestApp(database, { rateLimits });
    const agent = await openSession(app, tenant);
    const me = { key: tenant.publishableKey, visitor: newId() };
    const tickets = await each(6, (index) =>
      created(post(app, me, { ...draft, email: `person${index}@x.example` })),
    );
    const statuses = ['open', 'pending', 'resolved', 'on_hold', 'new'];
    await each(120, async (index) => {
      const params = { id: tickets[index % tickets.length]?.id ?? '' };
      const turn = Math.floor(index / tickets.length);
      const change = {
        status: statuses[turn % statuses.length],
        priority: turn % 7 === 0 ? 'critical' : 'low',
        assignee: turn % 2 === 0 ? null : undefined,
      };
      if (turn % 4 === 0) await callFor(app, me, replyToTicket, { params, body: { body: 'More' } });
      else if (turn % 4 === 1)
        await callFor(app, agent, writeAgentMessage, { params, body: { body: 'Answer' } });
      else if (turn % 4 === 2) await callFor(app, me, rateTicket, { params, body: { score: 3 } });
      await callFor(app, agent, updateTicket, { params, body: change });
      if (index % 20 === 0) await created(post(app, me, draft));
      if (index % 30 === 0) await addUpCounts(database.kysely);
      if (index === 70) {
        const body = { email: 'person1@x.example' };
        await call(app, { key: tenant.secretKey }, erasePerson, { body });
      }
    });
    const of = `where tenant_id = '${tenant.id}'`;
    const counted =
      await rows(`select status, assignee_id, mode, snoozed, sum(tickets)::integer as tickets
      from support.ticket_counts ${of} group by 1, 2, 3, 4 having sum(tickets) <> 0
      order by 1, 2, 4`);
    expect(counted).toEqual(
      await rows(`select status, assignee_id, mode, snoozed_until is not null as snoozed,
        count(*)::integer as tickets
        from support.tickets ${of} group by 1, 2, 3, 4 order by 1, 2, 4`),
    );
    expect(
      await rows(`select ticket_id, due_at from support.response_timers ${of} order by 1`),
    ).toEqual(
      await rows(`select id as ticket_id, response_due_at as due_at from support.tickets ${of}
        and response_due_at is not null and response_breached_at is null
        and (first_response_at is null or first_response_at > response_due_at) order by 1`),
    );
    const record = `request_priority, resolution_time, customer_satisfaction, first_response_time, timestamp,
      first_reply_by, resolved_by, team_replies, reopened`;
    const recorded = await rows(`select ${record} from ${requestRecords} ${of} order by timestamp`);
    expect(recorded).toHaveLength(12);
    const ofTickets = await rows<{ timestamp: Date }>(`select priority as request_priority,
      extract(epoch from resolved_at - created_at)::integer as resolution_time,
      (rating->>'score')::integer as customer_satisfaction,
      extract(epoch from first_response_at - created_at)::integer as first_response_time,
      created_at as timestamp, first_reply_by, resolved_by, team_replies, reopened
      from support.tickets ${of} order by created_at`);
    const replies = await rows(`select id, team_replies from support.tickets ${of} order by 1`);
    expect(replies).toEqual(
      await rows(`select id, (select count(*)::integer from support.messages
        where ticket_id = tickets.id and author = 'agent' and not internal) as team_replies
        from support.tickets ${of} order by 1`),
    );
    // The record of the erased person stays, without a ticket.
    expect(ofTickets).toHaveLength(11);
    expect(recorded).toEqual(expect.arrayContaining(ofTickets));
  });

  test('use no more units of an allowance than exist, in order', async () => {
    const { id: tenantId } = await createTenant(database.kysely);
    const first = { kind: 'first', subject: newId(), limit: 7, windowHours: 24 };
    const second = { kind: 'second', subject: newId(), limit: 3, windowHours: 24, after: 'first' };
    const taken = await each(40, () =>
      inScope(database.kysely, { actor: 'visitor', tenantId, visitorHash: newId() }, (trx) =>
        takeAllowances(trx, tenantId, [first, second]),
      ),
    );
    expect(taken.filter((kinds) => kinds.has('first'))).toHaveLength(7);
    expect(taken.filter((kinds) => kinds.has('second'))).toHaveLength(3);
  });

  test('take no more tokens from a bucket than it contains', async () => {
    const { id: tenantId } = await createTenant(database.kysely);
    const bucket = { tenantId, capacity: 50, seconds: 86_400, wanted: 3 };
    const subjects = [newId(), newId()];
    const taken = await each(40, (index) =>
      takeTokens(
        database.kysely,
        (index % 2 === 0 ? subjects : [...subjects, subjects[0] ?? '']).map((subject) => ({
          ...bucket,
          subject,
        })),
      ),
    );
    expect(taken.flat().reduce((sum, { tokens }) => sum + tokens, 0)).toBe(2 * bucket.capacity);
  });

  test('disable and enable agents, and the account lists exactly the disabled ones', async () => {
    const { app, tenant, of, invite } = await openAdministration(database);
    const agents: string[] = [];
    for (let count = 0; count < 5; count++) agents.push((await invite('agent', `A ${count}`)).id);
    await each(40, (index) => {
      const params = { id: agents[index % agents.length] ?? '' };
      const body = { disabled: index % 3 !== 0 };
      return callFor(app, operator, updateManagedAgent, { ...of, params, body });
    });
    const [listed] = await rows<{ ids: string[] }>(
      `select disabled_agents as ids from support.tenants where id = '${tenant.id}'`,
    );
    const disabled = await rows<{ id: string }>(`select id from support.agents
      where tenant_id = '${tenant.id}' and disabled_at is not null`);
    expect(listed?.ids.toSorted()).toEqual(disabled.map(({ id }) => id).toSorted());
  });

  test('lose no file: each has a row, or is recorded for removal', async () => {
    const tenant = await createTenant(database.kysely);
    const app = createTestApp(database, { rateLimits });
    const me = { key: tenant.publishableKey, visitor: newId() };
    const { id } = await created(post(app, me, draft));
    const files = await each(12, async () => dataOf(await upload(app, me), Attachment));
    const keys = await rows<{ storage_key: string }>(
      `select storage_key from support.attachments where tenant_id = '${tenant.id}'`,
    );
    await Promise.all([
      ...files.map(({ id: file }) =>
        callFor(app, me, replyToTicket, {
          params: { id },
          body: { body: 'See this.', attachments: [file] },
        }),
      ),
      call(app, { key: tenant.secretKey }, erasePerson, { body: { email: draft.email } }),
      deleteInBatches(database.kysely, 'attachments', sql`ticket_id is null`),
    ]);
    const known = await rows(`select storage_key from support.attachments
      where tenant_id = '${tenant.id}' union all
      select storage_key from support.attachment_removals where tenant_id = '${tenant.id}'`);
    expect(known).toHaveLength(keys.length);
    expect(known).toEqual(expect.arrayContaining(keys));
  });
});
