import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openForFile } from './support/database.ts';
import { openFirstAnswers } from './support/firstAnswers.ts';
import { openMailing } from './support/mailing.ts';
import { until } from './support/until.ts';

const database = openForFile();
openMailing(database); // ends the jobs of each test
const { watch, newRequest } = openFirstAnswers(database);

const both = ['sla_alert_mail', 'sla_alert_pager'];

test('a late first response is detected once, however many processes run, and each channel is notified', async () => {
  const { runOut, alarms, clock, timers } = await newRequest();
  expect(await timers()).toBe(1);
  await runOut();
  watch(4);
  await until(async () => (await alarms()).length >= 2);
  const next = await newRequest();
  await next.runOut();
  await until(async () => (await next.alarms()).length >= 2);
  expect(await alarms()).toEqual(both);
  expect(await timers()).toBe(0);
  expect((await clock())?.response_breached_at).toBeInstanceOf(Date);
});

test('a response in time stops the clock, and a note does not', async () => {
  const { answer, clock, timers } = await newRequest();
  await answer(true);
  expect(await timers()).toBe(1);
  await answer();
  expect(await timers()).toBe(0);
  expect((await clock())?.response_due_at).toBeInstanceOf(Date);
});

test('a late reply before the alert raises it too', async () => {
  const { answer, runOut, alarms, timers } = await newRequest();
  await runOut();
  await answer();
  expect(await timers()).toBe(1);
  watch(2);
  await until(async () => (await alarms()).length === 2);
  expect(await timers()).toBe(0);
});

test('a timer that concurrent changes have left is removed without an alert', async () => {
  const { ticket, answer, alarms, timers } = await newRequest();
  await answer();
  await sql`insert into support.response_timers (tenant_id, ticket_id, due_at)
    select tenant_id, id, now() - interval '1 hour' from support.tickets where id = ${ticket.id}`.execute(
    database.kysely,
  );
  expect(await timers()).toBe(1);
  watch(2);
  await until(async () => (await timers()) === 0);
  expect(await alarms()).toEqual([]);
});

test('the clock is paused while the customer is asked, and continues after their answer', async () => {
  const { change, clock, timers, reply } = await newRequest();
  await change({ status: 'pending' });
  const standing = await clock();
  expect(standing).toMatchObject({ response_due_at: null });
  expect(standing?.response_left).toBeGreaterThan(3_590);
  expect(await timers()).toBe(0);
  await reply();
  const going = await clock();
  expect(going?.response_left).toBeNull();
  const due = going?.response_due_at?.getTime() ?? 0;
  expect(due - Date.now()).toBeGreaterThan(3_580_000);
  expect(going?.estimated_first_response?.getTime()).toBe(due);
  expect(await timers()).toBe(1);
});

test('another priority has another target', async () => {
  const { change, clock } = await newRequest();
  await change({ priority: 'critical' });
  const minutes = (((await clock())?.response_due_at?.getTime() ?? 0) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(9);
  expect(minutes).toBeLessThan(10.1);
});

test('targets count the team’s own hours', async () => {
  const never = Array.from({ length: 7 }, () => []);
  const midnight = [[0, 1]];
  const business_hours = JSON.stringify({
    time_zone: 'Pacific/Auckland',
    week: never.map(() => midnight),
    holidays: [],
  });
  const { ticket } = await newRequest({ business_hours });
  const wait = Date.parse(ticket.estimated_first_response ?? '') - Date.parse(ticket.created_at);
  // One minute per day, so it takes sixty days.
  expect(wait / 86_400_000).toBeGreaterThan(58);
});
