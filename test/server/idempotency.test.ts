import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inScope } from '../../server/db/scope.ts';
import { ticketCreated } from '../../server/events/ticketCreated.ts';
import { once } from '../../server/queries/idempotency.ts';
import { deleteOldRows } from '../../server/queries/retention.ts';
import { allNotices } from '../../server/queries/ticketNotices.ts';
import { takeNumbers } from '../../server/queries/ticketNumbers.ts';
import { insertTicket } from '../../server/queries/tickets.ts';
import { TicketPage } from '../../src/contract/ticket.ts';
import { apiErrorOf, created, createTestApp, dataOf, draft, get, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();

async function newCaller() {
  const tenant = await createTenant(database.kysely);
  const me = { key: tenant.publishableKey, visitor: newId() };
  const app = createTestApp(database);
  const list = async () =>
    (await dataOf(await get(app, me, 'support/tickets'), TicketPage)).tickets;
  return { app, me, tenant, list };
}

test('a write without a key is rejected', async () => {
  const { app, me } = await newCaller();
  for (const idempotencyKey of ['', 'short', `${newId()}!`, `${newId()}é`]) {
    const apiError = await apiErrorOf(await post(app, me, draft, { idempotencyKey }));
    expect(apiError).toMatchObject({
      status: 400,
      message: expect.stringContaining('Idempotency-Key'),
    });
  }
});

test('a repeated write gets the same response, and is not done again', async () => {
  const { app, me, list } = await newCaller();
  const idempotencyKey = newId();
  const first = await post(app, me, draft, { idempotencyKey });
  const again = await post(app, me, draft, { idempotencyKey });
  expect([first.status, first.headers.get('Idempotent-Replayed')]).toEqual([201, null]);
  expect([again.status, again.headers.get('Idempotent-Replayed')]).toEqual([201, 'true']);
  expect(await created(again)).toEqual(await created(first));
  expect(await list()).toHaveLength(1);
});

test('a repeated write gets its response, even if it would be rejected now', async () => {
  const { app, me, tenant, list } = await newCaller();
  const idempotencyKey = newId();
  const first = await created(post(app, me, draft, { idempotencyKey }));
  const categories = JSON.stringify([{ id: 'other', label: 'Other' }]);
  await inScope(database.kysely, { actor: 'operator', tenantId: tenant.id }, (trx) =>
    trx.updateTable('tenants').set({ categories }).where('id', '=', tenant.id).execute(),
  );
  const again = await post(app, me, draft, { idempotencyKey });
  expect(again.headers.get('Idempotent-Replayed')).toBe('true');
  expect(await created(again)).toEqual(first);
  expect((await post(app, me, draft)).status).toBe(422);
  expect(await list()).toHaveLength(1);
});

test('a different write with the same key is a conflict', async () => {
  const { app, me, list } = await newCaller();
  const idempotencyKey = newId();
  await post(app, me, draft, { idempotencyKey });
  const other = await post(app, me, { ...draft, subject: 'Another' }, { idempotencyKey });
  expect(await apiErrorOf(other)).toMatchObject({ status: 409, code: 'IDEMPOTENCY_CONFLICT' });
  expect(await list()).toHaveLength(1);
});

test('ten concurrent writes with one key are one write', async () => {
  const { app, me, list } = await newCaller();
  const idempotencyKey = newId();
  const responses = await Promise.all(
    Array.from({ length: 10 }, () => post(app, me, draft, { idempotencyKey })),
  );
  const replayed = responses.filter(({ headers }) => headers.get('Idempotent-Replayed') === 'true');
  expect(replayed).toHaveLength(9);
  const numbers = await Promise.all(
    responses.map(async (response) => (await created(response)).ticket_number),
  );
  // The number can vary: each may have reserved one, and gaps are allowed.
  expect(new Set(numbers).size).toBe(1);
  expect(await list()).toHaveLength(1);
});

test('two visitors can use the same key', async () => {
  const { app, me } = await newCaller();
  const idempotencyKey = newId();
  const first = await created(post(app, me, draft, { idempotencyKey }));
  const second = await created(post(app, { ...me, visitor: newId() }, draft, { idempotencyKey }));
  expect(second.id).not.toBe(first.id);
});

test('a rejected or interrupted write leaves its key free and no jobs', async () => {
  const { app, me, tenant, list } = await newCaller();
  const idempotencyKey = newId();
  const rejected = await post(app, me, { ...draft, category: 'x' }, { idempotencyKey });
  expect(rejected.status).toBe(422);
  const scope = { actor: 'visitor', tenantId: tenant.id, visitorHash: 'somebody' } as const;
  let lost = '';
  const brokenOff = inScope(database.kysely, scope, (trx) =>
    once(trx, { key: idempotencyKey, requestHash: 'x' }, async () => {
      const ticket = await insertTicket(trx, {
        draft: { ...draft, priority: 'low', mailtoAttempted: false },
        mode: 'live',
        number: await takeNumbers(trx, 1),
        prefix: 'PM',
        createdAt: new Date(),
        clock: { dueAt: new Date(), target: 60, left: null },
        signed: undefined,
      });
      lost = ticket.id;
      await ticketCreated(trx, ticket, allNotices);
      throw new Error('The process dies here.');
    }),
  );
  await expect(brokenOff).rejects.toThrow('The process dies here.');
  expect((await created(post(app, me, draft, { idempotencyKey }))).ticket_number).toBe('PM-1002');
  expect(await list()).toHaveLength(1);
  expect(
    await asSuperuser(
      database.kysely,
      `select 1 from support.jobs where payload->>'ticketId' = '${lost}'`,
    ),
  ).toEqual([]);
});

test('keys are deleted after a day, not before', async () => {
  const { tenant } = await newCaller();
  const scope = { actor: 'visitor', tenantId: tenant.id, visitorHash: 'v' } as const;
  const keys = { old: randomUUID(), young: randomUUID() };
  await inScope(database.kysely, scope, async (trx) => {
    for (const [key, hours] of [
      [keys.old, 25],
      [keys.young, 23],
    ] as const) {
      await once(trx, { key, requestHash: 'x' }, async () => 'done');
      await trx
        .updateTable('idempotency_keys')
        .set({ created_at: sql<Date>`now() - ${hours} * interval '1 hour'` })
        .where('key', '=', key)
        .execute();
    }
  });
  await deleteOldRows(database.kysely);
  const left = await inScope(database.kysely, scope, (trx) =>
    trx.selectFrom('idempotency_keys').select('key').execute(),
  );
  expect(left).toEqual([{ key: keys.young }]);
});
