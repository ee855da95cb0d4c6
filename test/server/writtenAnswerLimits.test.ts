import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/contract/answer.ts';
import { call } from './support/agent.ts';
import { openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';
import { openWrittenAnswers, questions } from './support/writtenAnswers.ts';

const database = openForFile();
const { model, tenant, appOf, open, request, sentences } = openWrittenAnswers(database);

test('the search says whether an answer can be written', async () => {
  const asked = { body: { content: questions.known } };
  const caller = { key: tenant().publishableKey };
  expect(await call(appOf({}), caller, answerQuestion, asked)).toMatchObject({ can_write: true });
  const without = await call(appOf({ hasNoModel: true }), caller, answerQuestion, asked);
  expect(without).not.toHaveProperty('can_write');
  const other = await createTenant(database.kysely);
  const off = await call(appOf({}), { key: other.publishableKey }, answerQuestion, asked);
  expect(off).toMatchObject({ can_write: false });
});

test('an account or a server without written answers has none', async () => {
  const body = { content: questions.known };
  const other = await createTenant(database.kysely);
  expect((await request(body, { tenant: other })).status).toBe(404);
  expect((await request(body, { hasNoModel: true })).status).toBe(404);
  expect(model().requests).toEqual([]);
});

test.each([
  [{}],
  [{ content: '' }],
  [{ content: 'x'.repeat(1_001) }],
  [{ content: 'x', earlier: ['a', 'b', 'c', 'd'] }],
  [{ content: 'x', earlier: 'a' }],
])('%j is rejected', async (body) => {
  expect((await request(body)).status).toBe(422);
});

test('a visitor has 30 answers in an hour', async () => {
  const visitor = newId();
  const statuses = [];
  for (let at = 0; at < 31; at += 1) {
    const response = await request({ content: questions.unknown }, { visitor });
    await response.body?.cancel();
    statuses.push(response.status);
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(30);
  expect(statuses.at(-1)).toBe(429);
});

test('an account that has used up its answers gets no more', async () => {
  const own = await open({ written_answers_limit: 1 });
  const write = () =>
    sentences('Enter the new password twice. [1]', questions.known, { tenant: own });
  expect((await write()).texts).toHaveLength(1);
  expect(await write()).toEqual({ texts: [], end: { type: 'end', outcome: 'unavailable' } });
  expect(model().requests).toHaveLength(1);
});
