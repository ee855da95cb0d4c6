import { expect, test } from 'vitest';
import { getSettings, updateSettings } from '../../src/contract/settings.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const nineToSix = [[540, 1_080]];
const office = {
  time_zone: 'Europe/Madrid',
  week: [...Array(5).fill(nineToSix), [], []],
  holidays: ['2026-12-25'],
};

async function open() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const host = { key: tenant.secretKey };
  const change = (body: unknown) => callFor(app, host, updateSettings, { body });
  return { tenant, app, host, change };
}

const daily_summary = null;
const email_channel = false;

test('hours and targets can be set one by one, and determine the promise of a request', async () => {
  const { tenant, app, host } = await open();
  const settings = () => call(app, host, getSettings);
  const target = { minutes: 240, rules: [] };
  expect(await settings()).toEqual({
    business_hours: null,
    first_response: target,
    daily_summary,
    email_channel,
  });
  await call(app, host, updateSettings, { body: { business_hours: office } });
  const rules = [{ priority: 'critical', tier: 'enterprise', minutes: 15 }, { minutes: 30 }];
  const first_response = { minutes: 60, rules };
  await call(app, host, updateSettings, { body: { first_response } });
  expect(await settings()).toEqual({
    business_hours: office,
    first_response,
    daily_summary,
    email_channel,
  });
  await call(app, host, updateSettings, { body: { business_hours: null } });
  expect(await settings()).toEqual({
    business_hours: null,
    first_response,
    daily_summary,
    email_channel,
  });
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const ticket = await created(post(app, visitor, draft));
  const promised = Date.parse(ticket.estimated_first_response ?? '');
  expect(promised - Date.parse(ticket.created_at)).toBe(30 * 60_000);
});

test('the daily summary can be enabled, moved to another hour, and disabled', async () => {
  const { app, host } = await open();
  for (const wanted of [
    { time_zone: 'Europe/Madrid', hour: 8 },
    { time_zone: 'UTC', hour: 0 },
    null,
  ]) {
    const body = { daily_summary: wanted };
    expect(await call(app, host, updateSettings, { body })).toMatchObject(body);
    expect(await call(app, host, getSettings)).toMatchObject(body);
  }
});

test.each([
  ['a summary at no hour', { daily_summary: { time_zone: 'UTC', hour: 24 } }],
  ['a summary in no zone', { daily_summary: { time_zone: 'Mars/Olympus', hour: 8 } }],
  ['a zone that is none', { business_hours: { ...office, time_zone: 'Mars/Olympus' } }],
  ['a zone that is an offset', { business_hours: { ...office, time_zone: '+01:00' } }],
  ['six days', { business_hours: { ...office, week: office.week.slice(1) } }],
  ['a shift that ends before it begins', weekOf([[600, 540]])],
  ['an empty shift', weekOf([[600, 600]])],
  [
    'shifts that overlap',
    weekOf([
      [0, 600],
      [500, 700],
    ]),
  ],
  ['a shift past midnight', weekOf([[1_320, 1_500]])],
  ['a day that is none', { business_hours: { ...office, holidays: ['2026-02-30'] } }],
  ['no time at all', { first_response: { minutes: 0, rules: [] } }],
  ['a rule for no priority', { first_response: { minutes: 9, rules: [{ priority: 'x' }] } }],
])('%s is rejected, and nothing changes', async (_what, body) => {
  const { change, app, host } = await open();
  const before = await call(app, host, getSettings);
  expect(await apiErrorOf(await change(body))).toMatchObject({
    status: 422,
    code: 'VALIDATION_ERROR',
  });
  expect(await call(app, host, getSettings)).toEqual(before);
});

function weekOf(monday: number[][]) {
  return { business_hours: { ...office, week: [monday, ...office.week.slice(1)] } };
}

test('agents and pages cannot set them, and other tenants are not affected', async () => {
  const { tenant, app, change } = await open();
  const other = await open();
  const body = { business_hours: office };
  for (const caller of [await openSession(app, tenant), { key: tenant.publishableKey }]) {
    expect((await callFor(app, caller, updateSettings, { body })).status).toBe(403);
  }
  expect((await change(body)).status).toBe(200);
  expect((await call(other.app, other.host, getSettings)).business_hours).toBeNull();
});
