import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { hashOfUser } from '../../server/base/identity.ts';
import { inScope, type Scope } from '../../server/db/scope.ts';
import { openForFile } from './support/database.ts';
import { northwind, openShared, signed } from './support/sharedRequests.ts';
import { upload } from './support/upload.ts';

const database = openForFile();

test('the RLS policies let a colleague read, but not change anything or add entries', async () => {
  const { tenant, app, page, submit } = await openShared(database);
  const ada = await signed('ada');
  const id = await submit('Of Ada', ada);
  const bo: Scope = {
    actor: 'visitor',
    tenantId: tenant.id,
    visitorHash: hashOfUser('bo'),
    organizationId: northwind.id,
  };
  const run = (scope: Scope, query: string) =>
    inScope(database.kysely, scope, (trx) => sql.raw<{ id: string }>(query).execute(trx));
  expect((await run(bo, 'select id from tickets')).rows).toEqual([{ id }]);
  expect((await run(bo, 'select 1 from messages')).rows).toHaveLength(1);
  for (const other of [
    { ...bo, organizationId: 'contoso' },
    { ...bo, organizationId: undefined },
    { ...bo, mode: 'test' },
  ] satisfies Scope[]) {
    expect((await run(other, 'select 1 from tickets')).rows).toEqual([]);
    expect((await run(other, 'select 1 from messages')).rows).toEqual([]);
  }
  for (const change of [`update tickets set subject = 'x'`, `update messages set mail_id = 'x'`]) {
    expect((await run(bo, change)).numAffectedRows).toBe(0n);
  }
  const { data } = await dataJson(upload(app, page, { name: 'of-bo.png' }, await signed('bo')));
  const join = `update attachments set ticket_id = '${id}', position = 1, linked_at = now()
    where id = '${data.id}'`;
  await expect(run(bo, join)).rejects.toThrow(/row-level security/);
  const planted = `insert into tickets (id, number, ticket_number, subject, customer_email, priority,
    category, custom_fields, context, metadata, organization_id) values (gen_random_uuid(), 9, 'PM-9',
    'x', 'x@x.example', 'low', 'other', '{}', '{}', '{}', 'northwind')`;
  await expect(run({ ...bo, organizationId: undefined }, planted)).rejects.toThrow(
    /row-level security/,
  );
});

async function dataJson(response: Response | Promise<Response>): Promise<{ data: { id: string } }> {
  return (await response).json();
}
