import { expect, test } from 'vitest';
import { openIncident, updateIncident } from '../../src/contract/integrationAdmin.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

test('the public status is data, a feed and a badge, in the language of the reader', async () => {
  const tenant = await createTenant(database.kysely, { help_center: true });
  const app = createTestApp(database);
  const read = async (name: string) => {
    const response = await app.request(`/help/${tenant.id}/${name}`);
    return { response, text: await response.text() };
  };
  const host = { key: tenant.secretKey };
  const calm = await read('status.svg');
  expect(calm.response.headers.get('Content-Type')).toBe('image/svg+xml; charset=utf-8');
  expect(calm.text).toContain('aria-label="Acme: All systems work"');
  const title = 'Mails <late> & "slow"';
  const begun = { title, message: 'We look into it.', severity: 'high' as const };
  const { id } = await call(app, host, openIncident, { body: begun });
  const badge = await read('status.svg?lang=ar');
  expect(badge.text).toContain('aria-label="Acme: عطل"');
  const feed = await read('status.rss');
  expect(feed.response.headers.get('Content-Type')).toBe('application/rss+xml; charset=utf-8');
  expect(feed.text).toContain('<title>Mails &lt;late&gt; &amp; &quot;slow&quot;</title>');
  expect(feed.text).toContain('<description>We look into it.</description>');
  const [guid] = /<guid [^>]*>[^<]+/.exec(feed.text) ?? [];
  await call(app, host, updateIncident, {
    params: { id },
    body: { status: 'resolved', message: 'Fixed.' },
  });
  const over = await read('status.rss?lang=es');
  expect(over.text).toContain('<title>Resuelto: Mails');
  expect(over.text).not.toContain(`${guid}<`);
  const { status, incidents } = JSON.parse((await read('status.json')).text);
  expect([status, incidents[0].status]).toEqual(['operational', 'resolved']);
});
