import { expect, test } from 'vitest';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { getReport } from '../../src/contract/report.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { eventOf, sendEvents } from './support/events.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function newTeam(settings: Parameters<typeof createTenant>[1] = {}) {
  const tenant = await createTenant(database.kysely, settings);
  const app = createTestApp(database);
  const agent = await openSession(app, tenant);
  const report = (query: Record<string, string> = {}) => call(app, agent, getReport, { query });
  const plant = (rows: readonly string[]) =>
    asSuperuser(
      database.kysely,
      `insert into support.request_metrics (tenant_id, id, request_category, request_priority,
         routing_channel, timestamp, resolution_time, customer_satisfaction, sla_breached,
         first_response_time)
       values ${rows.map((row) => `('${tenant.id}', gen_random_uuid(), ${row})`).join(', ')}`,
    );
  const requestReport = (query: Record<string, string>) =>
    callFor(app, agent, getReport, { query });
  return { tenant, app, agent, report, plant, requestReport };
}

const march = { from: '2026-03-28', to: '2026-03-30', tz: 'Europe/Madrid' };

test('it sums up the requests of its days, in its time zone', async () => {
  const { report, plant } = await newTeam();
  await plant([
    // In Madrid, the 29th has 23 hours: in UTC from 23:00 on the 28th to 22:00.
    `'billing', 'low', 'ticket', '2026-03-27T22:59:59.999Z', 1, 1, true, 1`,
    `'billing', 'low', 'ticket', '2026-03-27T23:00:00Z', 100, 5, false, 60`,
    `'billing', 'low', 'email', '2026-03-28T22:59:59.999Z', 200, 4, false, 120`,
    `'technical', 'low', 'ticket', '2026-03-28T23:00:00Z', null, null, true, null`,
    `'technical', 'low', 'mailto', '2026-03-29T21:59:59.999Z', null, null, null, null`,
    `'billing', 'low', 'ticket', '2026-03-29T22:00:00Z', 600, 3, false, 30`,
    `'billing', 'low', 'ticket', '2026-03-30T22:00:00Z', 1, 1, true, 1`,
  ]);
  const found = await report(march);
  expect(found).toMatchObject({
    ...{ from: '2026-03-28', to: '2026-03-30', time_zone: 'Europe/Madrid' },
    total_requests: 5,
    resolved: 3,
    average_resolution_time: 300,
    average_first_response_time: 70,
    rated: 3,
    satisfied: 2,
    customer_satisfaction: 2 / 3,
    sla_met: 3,
    sla_breached: 1,
    sla_compliance: 0.75,
    deflection_rate: null,
  });
  expect(found.days.map(({ date, total_requests }) => [date, total_requests])).toEqual([
    ['2026-03-28', 2],
    ['2026-03-29', 2],
    ['2026-03-30', 1],
  ]);
  expect(found.channels.map((one) => [one.routing_channel, one.total_requests])).toEqual([
    ['ticket', 3],
    ['email', 1],
    ['mailto', 1],
  ]);
  expect(found.categories.map((one) => [one.request_category, one.total_requests])).toEqual([
    ['billing', 3],
    ['technical', 2],
  ]);
  const utc = await report({ ...march, tz: 'UTC' });
  expect(utc.days.map(({ total_requests }) => total_requests)).toEqual([2, 2, 1]);
  expect(utc.total_requests).toBe(5);
});

test('without data it has its days, and null for every ratio', async () => {
  const { report } = await newTeam();
  const found = await report();
  expect(found.days).toHaveLength(30);
  expect(found).toMatchObject({
    total_requests: 0,
    average_resolution_time: null,
    customer_satisfaction: null,
    sla_compliance: null,
    deflection_rate: null,
    channels: [],
    time_zone: 'UTC',
  });
});

test('a team with business hours has its own time zone', async () => {
  const hours = { time_zone: 'Asia/Kathmandu', week: Array(7).fill([]), holidays: [] };
  const { report } = await newTeam({ business_hours: JSON.stringify(hours) });
  expect((await report()).time_zone).toBe('Asia/Kathmandu');
  expect((await report({ tz: 'UTC' })).time_zone).toBe('UTC');
});

test('new data appears immediately', async () => {
  const { tenant, app, agent, report } = await newTeam();
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, visitor, draft));
  const params = { id };
  await call(app, agent, writeAgentMessage, { params, body: { body: 'Hello' } });
  await call(app, agent, updateTicket, { params, body: { status: 'resolved' } });
  expect(await report()).toMatchObject({ total_requests: 1, resolved: 1, sla_compliance: 1 });
});

test('the deflection rate has its numerator and denominator', async () => {
  const { tenant, app, report } = await newTeam();
  const visitors = Array.from({ length: 4 }, () => ({
    key: tenant.publishableKey,
    visitor: newId(),
  }));
  const [solved, left, unread, undecided] = visitors;
  if (!solved || !left || !unread || !undecided) throw new Error('Four visitors.');
  const shown = 'support_suggestion_shown';
  const opened = 'support_suggestion_click';
  const properties = { category: 'billing' };
  await sendEvents(app, solved, [
    eventOf(shown, 3, { properties }),
    eventOf(opened, 2),
    eventOf('support_deflected_to_kb', 1),
  ]);
  await sendEvents(app, left, [eventOf(shown, 50), eventOf(opened, 49)]);
  await sendEvents(app, unread, [eventOf(shown, 50)]);
  await sendEvents(app, undecided, [eventOf(shown, 1), eventOf(opened, 1)]);
  const found = await report();
  expect(found).toMatchObject({
    deflected: 2,
    decided: 3,
    pending: 1,
    deflection_rate: 2 / 3,
    total_requests: 2,
  });
  expect(found.channels).toMatchObject([{ routing_channel: 'kb', total_requests: 2 }]);
  expect(found.categories.map((one) => one.request_category)).toEqual(['billing', 'general']);
  const days = found.days.filter(({ decided, pending }) => decided + pending > 0);
  expect(days.reduce((sum, one) => sum + one.deflected, 0)).toBe(2);
});

test('as a table it has the same figures, and no formulas that a spreadsheet would run', async () => {
  const { requestReport, plant } = await newTeam();
  const when = `'2026-03-28T12:00:00Z', 90, 5, false, 60`;
  await plant([
    `'=cmd|x', 'low', 'ticket', ${when}`,
    `'a "b", c', 'low', 'ticket', ${when}`,
    `E'two\\nlines', 'low', 'ticket', ${when}`,
  ]);
  const response = await requestReport({ ...march, tz: 'UTC', format: 'csv' });
  expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('Content-Disposition')).toContain('attachment');
  const lines = (await response.text()).split('\r\n');
  expect(lines[0]).toMatch(/^group,name,total_requests,resolved,average_resolution_time,/);
  expect(lines[1]).toBe(
    'total,2026-03-28 to 2026-03-30,3,3,90,3,60,3,3,1,3,0,1,0,0,0,0,,3,0,0,0,0',
  );
  expect(lines[2]).toMatch(/^day,2026-03-28,3,/);
  expect(lines).toContainEqual(expect.stringMatching(/^category,'=cmd\|x,1,/));
  expect(lines).toContainEqual(expect.stringMatching(/^category,"a ""b"", c",1,/));
  expect(lines).toContainEqual(expect.stringMatching(/^category,"two\nlines",1,/));
});

test.each([
  { tz: 'Mars/Base' },
  { tz: '+02:00' },
  { from: 'yesterday' },
  { from: '2026-02-31' },
  { from: '2026-03-02', to: '2026-03-01' },
  { from: '2020-01-01', to: '2026-01-01' },
  { format: 'xml' },
])('%o is rejected', async (query) => {
  const { requestReport } = await newTeam();
  expect(await apiErrorOf(await requestReport(query))).toMatchObject({ status: 422 });
});

test('it only has data of one tenant, and pages cannot read it', async () => {
  const [mine, theirs] = [await newTeam(), await newTeam()];
  await mine.plant([`'billing', 'low', 'ticket', now(), 1, 1, true, 1`]);
  expect((await theirs.report()).total_requests).toBe(0);
  const page = await callFor(mine.app, { key: mine.tenant.publishableKey }, getReport);
  expect(await apiErrorOf(page)).toMatchObject({ code: 'PERMISSION_DENIED' });
});
