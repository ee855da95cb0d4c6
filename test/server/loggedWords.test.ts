import { afterEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { describeError } from '../../server/base/logger.ts';
import { createPost } from '../../server/base/post.ts';
import { ticketMails } from '../../server/jobs/ticketMails.ts';
import { createFailover } from '../../server/mail/out/failover.ts';
import { PermanentFailure, startWorker } from '../../server/queue/worker.ts';
import { webhookDeliveries } from '../../server/webhooks/out/deliver.ts';
import { createWebhook } from '../../src/contract/webhook.ts';
import { adminToken } from './support/administration.ts';
import { call } from './support/agent.ts';
import { createTestApp, draft, get, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { testVault } from './support/integrations.ts';
import { newLog } from './support/log.ts';
import { startStandIn } from './support/standIn.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** Stands in every field that a customer or the holder of a secret fills in. */
const word = 'zebrafinch';
const words = {
  ...draft,
  subject: `Subject ${word}`,
  description: `Text ${word}`,
  email: `${word}@customer.example`,
  name: `Ada ${word}`,
  customFields: { [word]: word },
  context: { url: `https://a.example/${word}?token=${word}`, values: { [word]: word } },
};

function expectNoWord(lines: readonly unknown[]) {
  expect(lines.length).toBeGreaterThan(0);
  expect(JSON.stringify(lines)).not.toContain(word);
}

test('requests, accepted or not, leave no word of theirs in the log', async () => {
  const { lines, logger } = newLog();
  const tenant = await createTenant(database.kysely, {
    fields: JSON.stringify([{ id: word, label: 'Bird', type: 'text' }]),
  });
  const app = createTestApp(database, { logger, adminTokens: [adminToken] });
  const me = { key: tenant.publishableKey, visitor: newId() };
  const other = { key: `pk_live_${word}`, visitor: `${word}-${newId()}` };
  const identity = { 'X-PenguinMails-Identity': `${word}.${word}.${word}` };
  const responses = [
    await post(app, me, words),
    await post(app, me, { ...words, email: word, category: word }),
    await post(app, me, `{"${word}`),
    await post(app, me, words, { idempotencyKey: word }),
    await post(app, me, words, identity),
    await post(app, other, words),
    await get(app, me, `support/suggest?query=${word}`),
    await get(app, me, `support/kb/articles/${word}?locale=${word}`),
    await get(app, me, `support/tickets/${word}`),
    await get(app, me, `support/tickets/${word}@customer.example/messages`),
    await get(app, me, `${word}/${word}`),
    await get(app, me, `integrations/google/callback?state=${word}&code=${word}`),
    await get(app, me, `support/attachments/${newId()}?signature=${word}`),
    await app.request(`/v1/hooks/stripe/${word}`, { method: 'POST', body: word }),
    await app.request('/v1/admin/accounts', { headers: { Authorization: `Bearer ${word}` } }),
    await app.request(`/help/${word}/${word}`),
    await app.request(`/mcp/${word}`, { method: 'POST', body: word }),
  ];
  expect(responses[0]?.status).toBe(201);
  expect(lines.length).toBeGreaterThanOrEqual(responses.length);
  expectNoWord(lines);
});

test('an internal error leaves no stored word in the log', async () => {
  const { lines, logger } = newLog();
  const tenant = await createTenant(database.kysely, { links: `[{"name":"${word}"}]` });
  const app = createTestApp(database, { logger });
  const { status } = await get(app, { key: tenant.publishableKey }, 'support/config');
  expect(status).toBe(500);
  expectNoWord(lines);
});

test('mails and webhooks that fail leave neither words nor secrets in the log', async () => {
  const { lines, logger } = newLog();
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database, { logger });
  const receiver = await startStandIn();
  receiver.respond(() => ({ status: 500, body: `No ${word} here` }));
  const url = `${receiver.url}/${word}?token=${word}`;
  const events = ['ticket.created'];
  await call(app, { key: tenant.secretKey }, createWebhook, { body: { url, events } });
  expect(
    (
      await post(
        app,
        { key: tenant.publishableKey, visitor: newId() },
        { ...words, customFields: {} },
      )
    ).status,
  ).toBe(201);
  const mailer = {
    async send() {
      throw Object.assign(new Error(`550 ${word}@customer.example: no such user`), {
        code: 'EENVELOPE',
        responseCode: 550,
        response: `550 ${word}`,
        rejected: [`${word}@customer.example`],
      });
    },
    close() {},
  };
  const { kysely: db } = database;
  const worker = startWorker({
    db,
    handlers: {
      ...ticketMails(db, createFailover({ one: mailer }, { logger })),
      ...webhookDeliveries(db, { vault: testVault, post: createPost({ allowPrivate: true }) }),
    },
    logger,
    pollMs: 10,
  });
  cleanUps.push(worker.stop, receiver.close);
  await until(
    async () => lines.filter(({ msg }) => String(msg).startsWith('Job failed')).length > 1,
  );
  expectNoWord(lines);
});

test.each([
  ['JSON of another system', () => JSON.parse(`{"a": ${word}}`)],
  ['a schema', () => z.parse(z.strictObject({ a: z.string() }), { [word]: word })],
  ['an address', () => new URL(`http://${word} ${word}`)],
  ['a database', () => Promise.reject(Object.assign(new Error(word), { severity: 'ERROR' }))],
  ['a mail server', () => Promise.reject(Object.assign(new Error(word), { responseCode: 550 }))],
  ['a provider', () => Promise.reject(new PermanentFailure(JSON.parse.bind(null, word)))],
  ['a system', () => Promise.reject(Object.assign(new Error(word), { syscall: 'getaddrinfo' }))],
])('an error of %s is described without its words', async (_name, fail) => {
  const error: unknown = await Promise.resolve()
    .then(fail)
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(JSON.stringify(describeError(error))).not.toContain(word);
});
