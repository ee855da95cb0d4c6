import { expect, test } from 'vitest';
import { updateManagedAgent } from '../../src/contract/adminAgent.ts';
import { updateAccountSettings } from '../../src/contract/adminSettings.ts';
import { getConfig } from '../../src/contract/config.ts';
import { adminToken, forAccount, operator } from './support/administration.ts';
import { call, openSession } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();
const hourSeconds = 3_600;
const daySeconds = 24 * hourSeconds;

async function openTeam() {
  const app = createTestApp(database, { adminTokens: [adminToken] });
  const tenant = await createTenant(database.kysely);
  const of = forAccount(tenant.id);
  const page = { key: tenant.publishableKey };
  return {
    app,
    tenant,
    of,
    config: () => call(app, page, getConfig),
    team: async () => (await call(app, page, getConfig)).team,
    set: (body: object) => call(app, operator, updateAccountSettings, { ...of, body }),
    /** Records first responses: how long ago was the request, and how many seconds it took. */
    plant: (rows: readonly { ago: number; seconds: number; by?: string; mode?: string }[]) =>
      asSuperuser(
        database.kysely,
        `insert into support.request_metrics (tenant_id, id, request_category, request_priority,
           routing_channel, timestamp, first_response_time, first_reply_by, mode)
         values ${rows
           .map(
             ({ ago, seconds, by, mode = 'live' }) =>
               `('${tenant.id}', gen_random_uuid(), 'other', 'medium', 'ticket',
                 now() - interval '${ago} seconds', ${seconds}, ${by ? `'${by}'` : 'null'}, '${mode}')`,
           )
           .join(', ')}`,
      ),
  };
}

test('visitors see the median time until the first response, once there are enough', async () => {
  const { team, plant } = await openTeam();
  expect(await team()).toBeUndefined();
  await plant(
    [60, 120, 4 * hourSeconds, 5 * hourSeconds].map((seconds) => ({ ago: daySeconds, seconds })),
  );
  expect(await team()).toBeUndefined();
  await plant([{ ago: 2 * daySeconds, seconds: 9 * daySeconds }]);
  expect(await team()).toEqual({ answers_in: 4 * hourSeconds });
});

test('responses of long ago, and those to test data, do not count', async () => {
  const { team, plant } = await openTeam();
  await plant(Array.from({ length: 5 }, () => ({ ago: 91 * daySeconds, seconds: 60 })));
  await plant(Array.from({ length: 5 }, () => ({ ago: daySeconds, seconds: 60, mode: 'test' })));
  expect(await team()).toBeUndefined();
});

test('the names of the agents who answered last appear only if the account shows them', async () => {
  const { app, tenant, of, config, team, set, plant } = await openTeam();
  const agents = [];
  for (const name of ['Ada Lovelace', 'Ben Okri', 'Chen Wei', 'Dora Maar']) {
    agents.push(await openSession(app, tenant, name));
  }
  await plant(
    agents.map(({ id }, index) => ({ ago: (index + 1) * hourSeconds, seconds: 60, by: id })),
  );
  expect(await team()).toBeUndefined();
  await set({ show_team: 'people' });
  expect(await team()).toEqual({ people: ['Ada Lovelace', 'Ben Okri', 'Chen Wei'] });
  const params = { id: agents[0]?.id ?? '' };
  await call(app, operator, updateManagedAgent, { ...of, params, body: { disabled: true } });
  expect(await team()).toEqual({ people: ['Ben Okri', 'Chen Wei', 'Dora Maar'] });
  await set({ show_team: 'nothing', business_hours: { ...nights, holidays: [] } });
  expect(await team()).toBeUndefined();
  expect(JSON.stringify(await config())).not.toMatch(/Ben Okri|answers_in|shifts/);
});

const nights = {
  time_zone: 'Europe/Madrid',
  week: Array.from({ length: 7 }, () => [[0, 60]]),
};

test('the business hours of the next days are moments, and time outside of them does not count', async () => {
  const { team, set, plant } = await openTeam();
  await plant(Array.from({ length: 5 }, () => ({ ago: 3 * daySeconds, seconds: daySeconds })));
  await set({ business_hours: { ...nights, holidays: [] } });
  const { answers_in, shifts = [] } = (await team()) ?? {};
  expect(answers_in).toBe(hourSeconds);
  expect(shifts.length).toBeGreaterThanOrEqual(7);
  for (const { from, to } of shifts) {
    expect(Date.parse(to)).toBeGreaterThan(Date.parse(from));
    expect(new Date(from).toLocaleTimeString('en-GB', { timeZone: 'Europe/Madrid' })).toBe(
      '00:00:00',
    );
  }
});
