import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { isUnstorable } from '../../server/db/faults.ts';
import { markRead } from '../../src/contract/message.ts';
import { call } from './support/agent.ts';
import { created, createTestApp, draft, headersOf, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { newLog } from './support/log.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

test.each([-3_000_000_000, -1, 0, 3_000_000_000, Number.MAX_SAFE_INTEGER])(
  'a position of %i is read as far as there are entries',
  async (position) => {
    const { publishableKey: key } = await createTenant(database.kysely);
    const app = createTestApp(database);
    const me = { key, visitor: newId() };
    const { id } = await created(post(app, me, draft));
    const response = await call(app, me, markRead, { params: { id }, body: { position } });
    expect(response).toEqual({ unread: 0 });
  },
);

test.each([
  `select (-3000000000)::integer`,
  `select 'x'::uuid`,
  `select '"\\u0000"'::jsonb::text`,
  `select '{'::jsonb`,
  `select repeat('x', 9)::char(3)::varchar(2), '2026-13-40'::timestamptz`,
  `select 1e400::double precision`,
])('a value that the database rejects is a client error: %s', async (query) => {
  const error = await sql
    .raw(query)
    .execute(database.kysely)
    .catch((reason: unknown) => reason);
  expect(isUnstorable(error)).toBe(true);
});

test('such a value is answered with 422, and logged', async () => {
  const { lines, logger } = newLog();
  const { publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database, { logger });
  app.get('/v1/wrong', async (c) => {
    await sql`select ${'x'}::uuid`.execute(database.kysely);
    return c.text('');
  });
  const response = await app.request('/v1/wrong', { headers: headersOf({ key }) });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ error: { code: 'VALIDATION_ERROR' } });
  expect(lines).toContainEqual(expect.objectContaining({ level: 40, err: expect.anything() }));
});
