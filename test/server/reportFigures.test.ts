import { expect, test } from 'vitest';
import { updateTicket, writeAgentMessage } from '../../src/contract/agent.ts';
import { mergeTicket } from '../../src/contract/merge.ts';
import { rateTicket, reopenTicket } from '../../src/contract/message.ts';
import { getReport } from '../../src/contract/report.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
type Who = Awaited<ReturnType<typeof openSession>>;

async function newTeam() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const [marta, ines] = [
    await openSession(app, tenant),
    await openSession(app, tenant, 'Ines Roca'),
  ];
  const me = { key: tenant.publishableKey, visitor: newId() };
  const host = { key: tenant.secretKey };
  const submit = async (more: object = {}) =>
    (await created(post(app, me, { ...draft, ...more }))).id;
  const answer = (who: Pick<Who, 'key'>, id: string, more: object = {}) =>
    call(app, who, writeAgentMessage, { params: { id }, body: { body: 'Answer', ...more } });
  const resolve = (who: Pick<Who, 'key'>, id: string) =>
    call(app, who, updateTicket, { params: { id }, body: { status: 'resolved' } });
  const reopen = (id: string) => call(app, me, reopenTicket, { params: { id } });
  const rate = (id: string, body: object) => call(app, me, rateTicket, { params: { id }, body });
  const report = (query: Record<string, string> = {}) => call(app, host, getReport, { query });
  const run = (query: string) => asSuperuser(database.kysely, query);
  return { tenant, app, me, host, marta, ines, submit, answer, resolve, reopen, rate, report, run };
}

test('agents have the first replies that they wrote and the requests that they resolved', async () => {
  const { marta, ines, host, submit, answer, resolve, rate, report } = await newTeam();
  const [one, two, three] = [await submit(), await submit(), await submit()];
  await answer(ines, one, { internal: true });
  await answer(marta, one);
  await answer(ines, one);
  await resolve(ines, one);
  await rate(one, { score: 5 });
  await answer(marta, two);
  await resolve(marta, two);
  await answer(host, three);
  const { agents } = await report();
  expect(agents).toMatchObject([
    {
      agent: { id: marta.id, name: 'Marta Klein' },
      ...{ answered: 2, sla_met: 2, sla_breached: 0, sla_compliance: 1 },
      ...{ resolved: 1, first_contact: 1, rated: 0, customer_satisfaction: null },
    },
    { agent: null, answered: 1, resolved: 0 },
    {
      agent: { id: ines.id, name: 'Ines Roca' },
      ...{ answered: 0, average_first_response_time: null },
      ...{ resolved: 1, first_contact: 0, rated: 1, satisfied: 1, customer_satisfaction: 1 },
    },
  ]);
});

test('a request counts as solved by the first reply unless the team writes twice or it is reopened', async () => {
  const { marta, submit, answer, resolve, reopen, report } = await newTeam();
  const [once, twice, silent, again] = [
    await submit(),
    await submit(),
    await submit(),
    await submit(),
  ];
  for (const id of [once, twice, twice, again]) await answer(marta, id);
  for (const id of [once, twice, silent, again]) await resolve(marta, id);
  expect(await report()).toMatchObject({
    ...{ resolved: 4, first_contact: 2, first_contact_rate: 0.5 },
    ...{ resolved_ever: 4, reopened: 0, reopen_rate: 0 },
  });
  await reopen(again);
  const reopened = await report();
  expect(reopened).toMatchObject({
    ...{ resolved: 3, first_contact: 1, resolved_ever: 4, reopened: 1, reopen_rate: 0.25 },
  });
  expect(reopened.agents).toMatchObject([{ answered: 3, resolved: 3, first_contact: 1 }]);
  await resolve(marta, again);
  expect(await report()).toMatchObject({ resolved: 4, first_contact: 1, reopened: 1 });
});

test('a merged request brings its replies along', async () => {
  const { app, marta, ines, submit, answer, resolve, report } = await newTeam();
  const [from, into] = [await submit(), await submit()];
  await answer(ines, from);
  await answer(marta, into);
  await call(app, marta, mergeTicket, { params: { id: from }, body: { into } });
  await resolve(marta, into);
  const { agents, first_contact } = await report();
  expect(first_contact).toBe(0);
  expect(agents.find(({ agent }) => agent?.id === ines.id)).toMatchObject({ answered: 2 });
});

test('priorities come highest first and tiers largest first, without what an article answered', async () => {
  const { submit, report } = await newTeam();
  await submit({ priority: 'low', customerTier: 'starter' });
  await submit({ priority: 'critical', customerTier: 'starter' });
  await submit({ priority: 'low' });
  const { priorities, tiers } = await report();
  expect(priorities.map((one) => [one.request_priority, one.total_requests])).toEqual([
    ['critical', 1],
    ['low', 2],
  ]);
  expect(tiers.map((one) => [one.customer_tier, one.total_requests])).toEqual([
    ['starter', 2],
    [null, 1],
  ]);
});

test('hours are those of the time zone, on both sides of a change of the clocks', async () => {
  const { tenant, run, report } = await newTeam();
  const plant = (moments: readonly string[]) =>
    run(`insert into support.request_metrics (tenant_id, id, request_category, request_priority,
        routing_channel, timestamp)
      values ${moments.map((at) => `('${tenant.id}', gen_random_uuid(), 'x', 'low', 'ticket', '${at}')`).join()}`);
  // The 29th is a Sunday; at 01:00 UTC the clocks of Madrid go from 2 to 3.
  await plant(['2026-03-29T00:59:59Z', '2026-03-29T01:00:00Z', '2026-03-30T06:59:59.999Z']);
  const march = { from: '2026-03-28', to: '2026-03-30' };
  expect((await report({ ...march, tz: 'Europe/Madrid' })).hours).toEqual([
    { weekday: 1, hour: 8, total_requests: 1 },
    { weekday: 7, hour: 1, total_requests: 1 },
    { weekday: 7, hour: 3, total_requests: 1 },
  ]);
  // 5 hours and 45 minutes ahead.
  expect((await report({ ...march, tz: 'Asia/Kathmandu' })).hours).toEqual([
    { weekday: 1, hour: 12, total_requests: 1 },
    { weekday: 7, hour: 6, total_requests: 2 },
  ]);
});

test('the backlog is what is open now, by its age, whatever the period', async () => {
  const { marta, submit, resolve, report, run } = await newTeam();
  for (const days of [0, 0.99, 2, 5, 8, 400]) {
    const id = await submit();
    await run(`update support.tickets set created_at = now() - interval '${days} days'
      where id = '${id}'`);
  }
  await resolve(marta, await submit());
  const { backlog } = await report({ from: '2026-01-01', to: '2026-01-02' });
  expect(backlog).toMatchObject({
    open: 6,
    ages: [
      { age: 'under_1_day', open: 2 },
      { age: 'from_1_to_3_days', open: 1 },
      { age: 'from_3_to_7_days', open: 1 },
      { age: 'over_7_days', open: 2 },
    ],
  });
  expect(Date.now() - Date.parse(backlog.oldest_at ?? '')).toBeGreaterThan(399 * 86_400_000);
});

test('the table has a row for each agent, priority, tier, hour and age', async () => {
  const { app, host, marta, submit, answer } = await newTeam();
  await answer(marta, await submit({ priority: 'high', customerTier: 'starter' }));
  const reply = await callFor(app, host, getReport, { query: { format: 'csv' } });
  const lines = (await reply.text()).split('\r\n');
  for (const row of [
    /^priority,high,1,/,
    /^tier,starter,1,/,
    /^agent,Marta Klein,,0,,1,/,
    /^hour,(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d\d:00,1,/,
    /^backlog,under_1_day,1,/,
  ]) {
    expect(lines).toContainEqual(expect.stringMatching(row));
  }
});
