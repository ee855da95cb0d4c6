import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inScope } from '../../server/db/scope.ts';
import { rebuildDeflections } from '../../server/queries/deflections.ts';
import { requestRecords } from '../../server/queries/requestRecords.ts';
import { deflectionEpisodes, outcomeOf } from '../../src/contract/deflection.ts';
import { claimRequests } from '../../src/contract/visitor.ts';
import { call } from './support/agent.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { eventOf, sendEvents } from './support/events.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function newPage() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const caller = { key: tenant.publishableKey, visitor: newId() };
  const channels = async () =>
    (
      await asSuperuser<{ routing_channel: string }>(
        database.kysely,
        `select * from ${requestRecords} where tenant_id = '${tenant.id}'
         order by routing_channel`,
      )
    ).map(({ routing_channel }) => routing_channel);
  return { tenant, app, caller, channels };
}

const shown = 'support_suggestion_shown';
const opened = 'support_article_view';
const solved = 'support_deflected_to_kb';

test('an article that was opened and helped counts as an answered request', async () => {
  const { app, caller, channels } = await newPage();
  await sendEvents(app, caller, [eventOf(shown, 3), eventOf(opened, 2)]);
  expect(await channels()).toEqual([]);
  await sendEvents(app, caller, [eventOf(solved, 1)]);
  expect(await channels()).toEqual(['kb']);
});

test('an opened article without a request within a day counts too', async () => {
  const { app, caller, channels } = await newPage();
  await sendEvents(app, caller, [eventOf(shown, 25.5), eventOf(opened, 25)]);
  expect(await channels()).toEqual(['kb']);
  // An event that was late.
  await sendEvents(app, caller, [eventOf('support_mailto_fallback', 24)]);
  expect(await channels()).toEqual(['mailto']);
});

test('a request within the day cancels it', async () => {
  const { app, caller, channels } = await newPage();
  await sendEvents(app, caller, [eventOf(shown, 2), eventOf(opened, 1)]);
  await created(post(app, caller, draft));
  const [row] = await asSuperuser<{ requested_at: Date | null }>(
    database.kysely,
    'select * from support.deflections order by started_at desc limit 1',
  );
  expect(row?.requested_at).toBeInstanceOf(Date);
  expect(await channels()).toEqual(['ticket']);
});

test('articles that were not opened or not suggested do not count', async () => {
  const { app, caller, channels } = await newPage();
  await sendEvents(app, caller, [eventOf(shown, 50)]);
  await sendEvents(app, { ...caller, visitor: newId() }, [
    eventOf(opened, 50),
    eventOf(solved, 49),
  ]);
  await sendEvents(app, { ...caller, visitor: newId() }, [eventOf(shown, 50), eventOf(solved, 49)]);
  expect(await channels()).toEqual([]);
});

test('a mail that became a ticket counts as one request, whatever the order of the events', async () => {
  const { app, caller, channels } = await newPage();
  const mail = eventOf('support_mailto_fallback', 0.1, { properties: { category: 'billing' } });
  await sendEvents(app, caller, [mail]);
  expect(await channels()).toEqual(['mailto']);
  await created(post(app, caller, draft));
  expect(await channels()).toEqual(['mailto', 'ticket']);
  await created(post(app, caller, { ...draft, mailtoAttempted: true }));
  expect(await channels()).toEqual(['ticket', 'ticket']);
  await sendEvents(app, caller, [eventOf('support_mailto_fallback', 0.1)]);
  expect(await channels()).toEqual(['ticket', 'ticket']);
});

test('events of an unknown visitor count for the person they later turn out to be', async () => {
  const { app, caller, channels } = await newPage();
  const known = { ...caller, visitor: newId() };
  await sendEvents(app, caller, [eventOf(shown, 3), eventOf(opened, 2)]);
  await sendEvents(app, known, [eventOf(solved, 1)]);
  expect(await channels()).toEqual([]);
  await call(app, known, claimRequests, { body: { visitor_id: caller.visitor } });
  expect(await channels()).toEqual(['kb']);
});

test('SQL and the published formula agree for any events', async () => {
  const { tenant } = await newPage();
  const hourMs = 3_600_000;
  const begin = Date.UTC(2026, 2, 27);
  const visits = fc.array(
    fc.record({
      name: fc.constantFrom(
        shown,
        opened,
        solved,
        'support_suggestion_click' as const,
        'support_ticket_created' as const,
        'support_mailto_fallback' as const,
        'support_search' as const,
      ),
      // Often exactly at the limits of the day.
      at: fc.nat({ max: 40 }).map((sixHours) => begin + sixHours * 6 * hourMs),
    }),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(visits, async (events) => {
      const visitorHash = newId();
      const scope = { actor: 'visitor', tenantId: tenant.id, visitorHash } as const;
      const rows = await inScope(database.kysely, scope, async (trx) => {
        for (const { name, at } of events) {
          await trx
            .insertInto('events')
            .values({ id: sql`gen_random_uuid()`, name, timestamp: new Date(at), properties: '{}' })
            .execute();
        }
        await rebuildDeflections(trx, visitorHash);
        return trx
          .selectFrom('deflections')
          .selectAll()
          .where('visitor_hash', '=', visitorHash)
          .orderBy('started_at')
          .execute();
      });
      const time = (date: Date | null) => date?.getTime() ?? null;
      const episodes = rows.map((row) => ({
        startedAt: row.started_at.getTime(),
        shownAt: row.shown_at.getTime(),
        openedAt: time(row.opened_at),
        solvedAt: time(row.solved_at),
        requestedAt: time(row.requested_at),
      }));
      const expected = deflectionEpisodes(events);
      expect(episodes).toEqual(expected);
      const counted = await asSuperuser(
        database.kysely,
        `select 1 from support.deflections d where visitor_hash = '${visitorHash}'
         and opened_at is not null and (solved_at is not null or (requested_at is null
         and opened_at + interval '24 hours' <= now()))`,
      );
      const deflected = expected.filter((one) => outcomeOf(one, Date.now()) === 'deflected');
      expect(counted).toHaveLength(deflected.length);
    }),
    { numRuns: 150 },
  );
});
