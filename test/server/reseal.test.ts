import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { createVault, type Vault } from '../../server/base/vault.ts';
import { reseal, sealedColumns } from '../../server/start/reseal.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { plantIntegration } from './support/integrations.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();
const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [oldKey, newKeyText] = [newKey('old'), newKey('new')];
const rotating = createVault(`${newKeyText},${oldKey}`);
const after = createVault(newKeyText);
const query = <Row>(text: string) => asSuperuser<Row>(database.kysely, text);

interface Row {
  tenant_id: string;
  sealed: string;
  named: string[];
}

/** Returns every sealed value of the database, opened. */
async function readAll(vault: Vault): Promise<string[]> {
  const texts: string[] = [];
  for (const { table, column, names, placeOf } of sealedColumns) {
    const named = `array[${names.map((name) => `${name}::text`).join(', ')}]`;
    const rows = await query<Row>(
      `select tenant_id, ${column} as sealed, ${named} as named from support.${table}
       where ${column} is not null`,
    );
    for (const row of rows) texts.push(vault.open(row.sealed, placeOf(row.tenant_id, row.named)));
  }
  return texts.sort();
}

/** Seals a text into every row of every column. */
async function sealAll(vault: Vault): Promise<void> {
  for (const { table, column, names, placeOf } of sealedColumns) {
    const named = `array[${names.map((name) => `${name}::text`).join(', ')}]`;
    const rows = await query<Row & { ctid: string }>(
      `select ctid::text, tenant_id, ${named} as named from support.${table}`,
    );
    for (const row of rows) {
      const sealed = vault.seal(`${table} ${column}`, placeOf(row.tenant_id, row.named));
      await query(`update support.${table} set ${column} = '${sealed}' where ctid = '${row.ctid}'`);
    }
  }
}

beforeAll(async () => {
  for (let count = 0; count < 3; count++) {
    const { id } = await createTenant(database.kysely);
    await plantIntegration(database.kysely, id);
  }
});

test('every column with sealed values is listed', async () => {
  const rows = await query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'support' and column_name like 'sealed%' order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(
    sealedColumns.map(({ table, column }) => `${table}.${column}`).sort(),
  );
});

test('everything can be opened with only the new key, and a second run has nothing to do', async () => {
  await sealAll(createVault(oldKey));
  const before = await readAll(rotating);
  expect(before.length).toBeGreaterThanOrEqual(3 * sealedColumns.length);
  expect(await reseal(database.kysely, rotating)).toEqual({
    resealed: before.length,
    unreadable: 0,
  });
  expect(await readAll(after)).toEqual(before);
  expect(await reseal(database.kysely, after)).toEqual({ resealed: 0, unreadable: 0 });
});

test('more values than one page are all sealed', async () => {
  const { id } = await createTenant(database.kysely);
  const vault = createVault(oldKey);
  const values = Array.from({ length: 450 }, (_, n) => {
    const sealed = vault.seal('verifier', `oauth/h${n}`);
    return `('${id}', 'h${n}', 'v', 'hubspot', '${sealed}', '', 'p', now())`;
  });
  await query(
    `insert into support.oauth_states (tenant_id, hash, visitor_hash, provider, sealed_verifier,
       return_to, proof_hash, expires_at) values ${values.join(', ')}`,
  );
  expect(await reseal(database.kysely, rotating)).toMatchObject({ resealed: 450 });
  expect(await readAll(after)).toContain('verifier');
});

test('values that no key opens do not change, and are counted', async () => {
  await sealAll(createVault(newKey('lost')));
  const { resealed, unreadable } = await reseal(database.kysely, rotating);
  expect(resealed).toBe(0);
  expect(unreadable).toBeGreaterThan(0);
});
