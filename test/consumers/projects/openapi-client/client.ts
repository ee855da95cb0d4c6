import { createBackend, createLogger } from '@penguinmails/support-server';
import createClient from 'openapi-fetch';
import type { paths } from './schema.js';

const token = 'of-the-operator-with-24-characters-or-more';
const backend = await createBackend({
  folder: 'data/database',
  logger: createLogger('silent'),
  adminTokens: [token],
});
const clientFor = (key: string) =>
  createClient<paths>({
    baseUrl: 'http://localhost/v1',
    headers: { Authorization: `Bearer ${key}` },
    fetch: async (request: Request) => backend.app.fetch(request),
  });

const admin = clientFor(token);
const made = await admin.POST('/admin/accounts', {
  body: { name: 'Generated', email: 'help@acme.example', allowed_origins: [], plan: null },
});
if (made.data === undefined) throw new Error(made.error.error.message);
const { id, publishable_key } = made.data.data;

const page = clientFor(publishable_key);
const config = await page.GET('/support/config');
const name: string | undefined = config.data?.data.name;
const params = { path: { id } };
const closed = await admin.POST('/admin/accounts/{id}/close', { params, body: { keep_days: 3 } });
const isClosed = typeof closed.data?.data.delete_at === 'string';
const rejected = await page.GET('/support/config');
const code: string | undefined = rejected.error?.error.code;
await admin.DELETE('/admin/accounts/{id}', { params });
const log = await admin.GET('/admin/audit', { params: { query: { target: id } } });
const actions = log.data?.data.entries.map(({ action }) => action) ?? [];

process.stdout.write(`${JSON.stringify({ name, isClosed, code, actions })}\n`);
backend.endStreams();
await backend.close();
