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
import { call, callFor } from './support/agent.ts';
import { createTestApp, refusalOf } from './support/api.ts';
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

test('an incident opens, goes on and ends', async () => {
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

test('maintenance shows while it lasts, on what it concerns', async () => {
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
  const refused = await refusalOf(await callFor(app, host, planMaintenance, { body: wrong }));
  expect(refused.details).toEqual([{ field: 'ends_at', message: 'Must be after its start.' }]);
  const foreign = { ...body, integrations: [newId()] };
  expect((await callFor(app, host, planMaintenance, { body: foreign })).status).toBe(422);
});
