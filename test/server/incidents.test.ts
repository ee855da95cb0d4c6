import { expect, test } from 'vitest';
import { listIntegrations } from '../../src/contract/integration.ts';
import {
  cancelMaintenance,
  listIncidents,
  openIncident,
  planMaintenance,
  updateIncident,
  upsertIntegration,
} from '../../src/contract/integrationAdmin.ts';
import { getIntegration } from '../../src/contract/integrationDetail.ts';
import { getStatus } from '../../src/contract/status.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, createTestApp } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function open() {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const host = { key: tenant.secretKey };
  const page = { key: tenant.publishableKey, visitor: newId() };
  const keep = (body: unknown) => call(app, host, upsertIntegration, { body });
  return { app, host, page, keep };
}

test('an incident can be opened, updated and resolved', async () => {
  const { app, host, page, keep } = await open();
  const { id } = await keep({ provider: 'redis' });
  const incident = await call(app, host, openIncident, {
    body: { title: 'Redis is slow', message: 'We look into it.', integrations: [id] },
  });
  expect(incident).toMatchObject({ status: 'investigating', severity: 'high', resolved_at: null });
  expect((await call(app, page, listIntegrations)).incidents).toEqual([incident]);
  const params = { id: incident.id };
  const update = (status: string) =>
    call(app, host, updateIncident, { params, body: { status, message: `Now ${status}.` } });
  await update('monitoring');
  const over = await update('resolved');
  expect(over.updates.map(({ message }) => message)).toEqual([
    'Now resolved.',
    'Now monitoring.',
    'We look into it.',
  ]);
  expect(over.resolved_at).not.toBeNull();
  expect((await call(app, page, listIntegrations)).incidents).toEqual([]);
  expect((await call(app, page, getIntegration, { params: { id } })).incidents).toEqual([over]);
  expect((await call(app, host, listIncidents)).incidents).toEqual([over]);
});

test('maintenance is shown during its time, for its integrations', async () => {
  const { app, host, page, keep } = await open();
  const [one, other] = [await keep({ provider: 'redis' }), await keep({ provider: 'fastly' })];
  const body = {
    title: 'New disks',
    integrations: [one.id],
    starts_at: new Date(Date.now() - 60_000).toISOString(),
    ends_at: new Date(Date.now() + 60_000).toISOString(),
  };
  const window = await call(app, host, planMaintenance, { body });
  const lifecycles = async () => {
    const { integrations } = await call(app, page, listIntegrations);
    return [one, other].map(({ id }) => integrations.find((found) => found.id === id)?.lifecycle);
  };
  expect(await lifecycles()).toEqual(['maintenance', 'active']);
  await call(app, host, cancelMaintenance, { params: { id: window.id } });
  expect(await lifecycles()).toEqual(['active', 'active']);
  const wrong = { ...body, ends_at: body.starts_at };
  const rejected = await apiErrorOf(await callFor(app, host, planMaintenance, { body: wrong }));
  expect(rejected.details).toEqual([{ field: 'ends_at', message: 'Must be after its start.' }]);
  const foreign = { ...body, integrations: [newId()] };
  expect((await callFor(app, host, planMaintenance, { body: foreign })).status).toBe(422);
});

test('a status page shows current problems, past ones, and planned maintenance', async () => {
  const { app, host, page, keep } = await open();
  const { id } = await keep({ provider: 'redis' });
  const status = () => call(app, page, getStatus);
  const quiet = { status: 'operational', severity: null, incidents: [], maintenance: [] };
  expect(await status()).toEqual(quiet);
  const hours = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();
  await call(app, host, planMaintenance, {
    body: { title: 'New disks', integrations: [id], starts_at: hours(-1), ends_at: hours(1) },
  });
  expect(await status()).toMatchObject({
    status: 'maintenance',
    maintenance: [{ title: 'New disks' }],
  });
  const begin = (severity: string) =>
    call(app, host, openIncident, { body: { title: severity, message: 'Wait.', severity } });
  await begin('low');
  const { id: worst } = await begin('critical');
  expect(await status()).toMatchObject({ status: 'incident', severity: 'critical' });
  const body = { status: 'resolved', message: 'Over.' };
  await call(app, host, updateIncident, { params: { id: worst }, body });
  const after = await status();
  expect(after).toMatchObject({ status: 'incident', severity: 'low' });
  expect(after.incidents.map(({ title }) => title)).toEqual(['critical', 'low']);
});
