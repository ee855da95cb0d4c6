import { expect, test } from 'vitest';
import { getConfig } from '../../src/contract/config.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

test('the widget gets the addresses of articles, and those of the help center while it is public', async () => {
  const app = createTestApp(database);
  const open = async (help_center: boolean) => {
    const { id, publishableKey } = await createTenant(database.kysely, { help_center });
    return { id, ...(await call(app, { key: publishableKey }, getConfig)) };
  };
  const kb = 'https://help.penguinmails.com/knowledge-base/{slug}';
  const { id, kb_urls } = await open(true);
  expect(kb_urls).toEqual([kb, `/help/${id}/{slug}`]);
  expect((await open(false)).kb_urls).toEqual([kb]);
});
