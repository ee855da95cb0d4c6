import { expect, test } from 'vitest';
import { asSuperuser, openForFile } from './support/database.ts';

const database = openForFile();
/** Tables without accounts, and the table of accounts. */
const shared = ['chores', 'inbound_domains', 'operator_log', 'tenants'];

test('every primary key and every unique index begins with the account', async () => {
  const keys = await asSuperuser<{ index: string; first: string | null }>(
    database.kysely,
    `select i.indexrelid::regclass::text as index, a.attname::text as first
     from pg_index i join pg_class t on t.oid = i.indrelid
     left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
     where t.relnamespace = 'support'::regnamespace and i.indisunique
       and t.relname not in (${shared.map((name) => `'${name}'`).join()})`,
  );
  expect(keys.length).toBeGreaterThan(30);
  expect(keys.filter(({ first }) => first !== 'tenant_id')).toEqual([]);
});

test('every foreign key names the account on both sides', async () => {
  const keys = await asSuperuser<{ name: string; definition: string }>(
    database.kysely,
    `select conname::text as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'support'::regnamespace`,
  );
  expect(keys.length).toBeGreaterThan(20);
  const within = /^FOREIGN KEY \(tenant_id.*REFERENCES (support\.)?\w+\((tenant_id|id)\b/;
  expect(keys.filter(({ definition }) => !within.test(definition))).toEqual([]);
});
