import { expect, test } from 'vitest';
import { describeError } from '../../server/base/logger.ts';
import { createTestApp, draft, get, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { newLog } from './support/log.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

test('each request is logged in one line that says what happened, without personal data', async () => {
  const { lines, logger } = newLog();
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database, { logger });
  const me = { key: tenant.publishableKey, visitor: newId() };
  const response = await post(app, me, draft);
  await post(app, me, { ...draft, category: 'wrong words' });
  await get(app, me, `support/tickets?cursor=secret-query`);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatchObject({
    requestId: response.headers.get('X-Request-Id'),
    method: 'POST',
    path: '/v1/support/tickets',
    status: 201,
    ms: expect.any(Number),
    tenant: tenant.id,
  });
  const log = JSON.stringify(lines);
  const secrets = [
    draft.subject,
    draft.email,
    'Ada',
    'wrong words',
    'secret-query',
    me.key,
    me.visitor,
  ];
  for (const secret of secrets) expect(log).not.toContain(secret);
});

test('an unexpected error is logged with its request’s id, and its details are not sent', async () => {
  const { lines, logger } = newLog();
  const tenant = await createTenant(database.kysely, { links: '[{"name":"Half a link"}]' });
  const response = await get(
    createTestApp(database, { logger }),
    { key: tenant.publishableKey },
    'support/config',
  );
  const body = await response.text();
  expect(response.status).toBe(500);
  expect(body).toContain('INTERNAL_ERROR');
  expect(body).not.toMatch(/Zod|at |server\//);
  expect(lines[0]).toMatchObject({
    level: 50,
    requestId: response.headers.get('X-Request-Id'),
    err: { stack: expect.stringContaining('at ') },
  });
});

test('only code and stack of a database error are logged', () => {
  const error = Object.assign(new Error('duplicate key (ada@customer.example)'), {
    code: '23505',
    severity: 'ERROR',
    detail: 'Key (email)=(ada@customer.example) exists.',
    constraint: 'some_key',
  });
  const described = describeError(error);
  expect(described).toMatchObject({ code: '23505', constraint: 'some_key' });
  expect(JSON.stringify(described)).not.toContain('ada@');
});
