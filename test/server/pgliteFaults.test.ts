import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { overPglite } from '../../server/db/pglite.ts';

test('a failed call ends its transaction, not the process, and the next one connects again', async () => {
  const pglite = await PGlite.create();
  const lost: string[] = [];
  const { kysely, close } = await overPglite(pglite, ({ message }) => lost.push(message));
  await sql`create table kept (n integer)`.execute(kysely);
  const run = pglite.execProtocolRawStream.bind(pglite);
  const failing = kysely.transaction().execute(async (trx) => {
    await sql`insert into kept values (1)`.execute(trx);
    pglite.execProtocolRawStream = () => Promise.reject(new Error('The disk is read-only.'));
    await sql`insert into kept values (2)`.execute(trx);
  });
  await expect(failing).rejects.toThrow('connection error');
  pglite.execProtocolRawStream = run;
  await sql`insert into kept values (3)`.execute(kysely);
  expect((await sql`select n from kept`.execute(kysely)).rows).toEqual([{ n: 3 }]);
  expect(lost).toContain('The disk is read-only.');
  await close();
});
