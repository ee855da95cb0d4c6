import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTicketNumbers } from '../../server/queries/ticketNumbers.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

test('processes that reserve numbers concurrently never get the same number', async () => {
  const tenant = await createTenant(database.kysely);
  const other = await createTenant(database.kysely);
  const processes = [createTicketNumbers(database.kysely), createTicketNumbers(database.kysely)];
  const take = (id: string) =>
    Promise.all(
      Array.from({ length: 20 }, () => processes.map((reserveNumber) => reserveNumber(id))).flat(),
    );
  const [numbers, others] = await Promise.all([take(tenant.id), take(other.id)]);
  const expected = Array.from({ length: 40 }, (_, index) => 1001 + index);
  expect(numbers.toSorted()).toEqual(expected);
  expect(others.toSorted()).toEqual(expected);
});

test('an account without a counter rejects all waiting requests, and later ones succeed', async () => {
  const tenant = await createTenant(database.kysely);
  const reserveNumber = createTicketNumbers(database.kysely);
  const nowhere = randomUUID();
  const taken = await Promise.allSettled([reserveNumber(nowhere), reserveNumber(nowhere)]);
  expect(taken.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await reserveNumber(tenant.id)).toBe(1001);
});
