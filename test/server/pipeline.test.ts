import { type RawBuilder, sql } from 'kysely';
import { expect, test } from 'vitest';
import { sendPipelined } from '../../server/db/pipeline.ts';
import { inScope, type Scope } from '../../server/db/scope.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

const jobOf = (tenantId: string, type: string) => sql`
  insert into jobs (tenant_id, id, type, payload)
  values (${tenantId}::uuid, gen_random_uuid(), ${type}, '{}')`;
const wrong: RawBuilder<unknown> = sql`insert into jobs (id) values (${'x'}::uuid)`;
const countOf = (scope: Scope, type: string) =>
  inScope(database.kysely, scope, async (trx) => {
    const found = await trx.selectFrom('jobs').select('id').where('type', '=', type).execute();
    return found.length;
  });

async function open() {
  const { id: tenantId } = await createTenant(database.kysely);
  return { tenantId, scope: { actor: 'worker', tenantId } as const };
}

test('a statement that is only sent with the commit is stored', async () => {
  const { tenantId, scope } = await open();
  await inScope(database.kysely, scope, (trx) => sendPipelined(trx, jobOf(tenantId, 'ahead')));
  expect(await countOf(scope, 'ahead')).toBe(1);
});

test.each(['before another statement', 'before the commit'])(
  'a statement sent ahead that fails %s fails the transaction with its own error',
  async (when) => {
    const { tenantId, scope } = await open();
    const work = inScope(database.kysely, scope, async (trx) => {
      await jobOf(tenantId, 'undone').execute(trx);
      await sendPipelined(trx, wrong);
      if (when === 'before another statement') await sql`select 1`.execute(trx);
    });
    await expect(work).rejects.toMatchObject({ code: '22P02' });
    expect(await countOf(scope, 'undone')).toBe(0);
  },
);

test('after a failure the same connections serve others', async () => {
  const { scope } = await open();
  for (let round = 0; round < 30; round++) {
    const work = inScope(database.kysely, scope, (trx) => sendPipelined(trx, wrong));
    await expect(work).rejects.toThrow();
  }
  expect(await countOf(scope, 'none')).toBe(0);
});

test('a single statement is committed with its transaction, and a second one throws', async () => {
  const { tenantId, scope } = await open();
  const once = { isOneStatement: true };
  await inScope(database.kysely, scope, (trx) => jobOf(tenantId, 'single').execute(trx), once);
  expect(await countOf(scope, 'single')).toBe(1);
  const twice = inScope(
    database.kysely,
    scope,
    async (trx) => {
      await sql`select 1`.execute(trx);
      await sql`select 2`.execute(trx);
    },
    once,
  );
  await expect(twice).rejects.toThrow('was to have one statement');
  const failing = inScope(database.kysely, scope, (trx) => wrong.execute(trx), once);
  await expect(failing).rejects.toMatchObject({ code: '22P02' });
});

test('a scope of a single statement ends with it', async () => {
  const { scope } = await open();
  await inScope(database.kysely, scope, (trx) => sql`select 1`.execute(trx), {
    isOneStatement: true,
  });
  const { rows } = await sql<{ actor: string }>`
    select coalesce(current_setting('app.actor', true), '') as actor`.execute(database.kysely);
  expect(rows).toEqual([{ actor: '' }]);
});
