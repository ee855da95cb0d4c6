import { expect, test } from 'vitest';
import { createKey } from '../../src/contract/adminKey.ts';
import { getConfig } from '../../src/contract/config.ts';
import { getSettings } from '../../src/contract/settings.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();

test('a key with scopes can only use these', async () => {
  const { app, of } = await openAdministration(database);
  const body = { kind: 'secret', name: 'Reports', scopes: ['report'] };
  const { key } = await call(app, operator, createKey, { ...of, body });
  expect(await apiErrorOf(await callFor(app, { key }, getSettings))).toMatchObject({
    status: 403,
    message: 'This key lacks the scope "settings". Create a key with this scope.',
  });
  expect((await callFor(app, { key }, getConfig)).status).toBe(200);
  for (const response of [
    await callFor(app, { key, visitor: newId() }, listTickets),
    await post(app, { key, visitor: newId() }, draft),
  ]) {
    expect((await apiErrorOf(response)).message).toContain('cannot act for a visitor');
  }
});
