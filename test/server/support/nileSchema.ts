import type { Kysely } from 'kysely';
import { seen, withoutFunctions } from '../../../server/db/nile/text.ts';
import type { Schema } from '../../../server/db/schema.ts';
import { asSuperuser } from './database.ts';

interface Column {
  name: string;
  type: string;
  is_required: boolean;
  preset: string | null;
  is_identity: boolean;
}
interface Table {
  name: string;
  columns: Column[];
  keys: { name: string; definition: string }[] | null;
  references: { name: string; definition: string }[] | null;
  indexes: string[] | null;
  policies: { permissive: boolean; rule: string }[] | null;
}

const tables = `
  select c.relname::text as name,
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)
        || case when a.attcollation = 'pg_catalog."C"'::regcollation and a.atttypid = 'text'::regtype
          then ' collate "C"' else '' end,
      'is_required', a.attnotnull, 'preset', pg_get_expr(d.adbin, d.adrelid),
      'is_identity', a.attidentity <> '') order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select jsonb_agg(jsonb_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))
      order by k.conname) from pg_constraint k
      where k.conrelid = c.oid and k.contype in ('p', 'u', 'c')) as keys,
    (select jsonb_agg(jsonb_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))
      order by k.conname) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'f') as references,
    (select jsonb_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text)
      from pg_index i where i.indrelid = c.oid
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid)) as indexes,
    (select jsonb_agg(jsonb_build_object('permissive', p.polpermissive,
        'rule', pg_get_expr(p.polqual, p.polrelid)) order by p.polname)
      from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r', '*')
        and p.polroles && array[0::oid, 'support_app'::regrole::oid]) as policies
  from pg_class c
  where c.relnamespace = 'support'::regnamespace and c.relkind in ('r', 'p') order by c.relname`;

/**
 * Columns with numbers instead of a sequence, because NileDB has no sequences for tables with
 * accounts.
 */
const numbers: Record<string, string> = {
  integer: 'floor(random() * 2147483647)::integer',
  bigint: '(extract(epoch from clock_timestamp()) * 4000000 + floor(random() * 4))::bigint',
};

/** Accounts are also rows of an account. `tenant_id` is the only such column. */
const asAccount = (table: string, text: string) =>
  table === 'tenants' ? text.replaceAll(/(?<![\w.])id\b/g, 'tenant_id') : text;
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const inBase = (text: string) => oneLine(withoutFunctions(text)).replaceAll(`${seen}.`, 'support.');

function tableOf({ name, columns, keys }: Table): string {
  const list = columns.map((column) => {
    const preset = column.is_identity ? numbers[column.type] : column.preset;
    return [
      asAccount(name, column.name),
      column.type,
      ...(preset ? [`default ${inBase(preset)}`] : []),
      ...(column.is_required ? ['not null'] : []),
    ].join(' ');
  });
  const given = (keys ?? []).map((key) => `constraint ${key.name} ${key.definition}`);
  return `create table support.${name} (${[...list, ...given.map((key) => asAccount(name, inBase(key)))].join(', ')})`;
}

function viewOf({ name, columns, policies }: Table): string {
  const rules = (isPermissive: boolean) =>
    (policies ?? [])
      .filter(({ permissive }) => permissive === isPermissive)
      .map(({ rule }) => `(${oneLine(withoutFunctions(asAccount(name, rule)))})`);
  const any = rules(true);
  const rule = [any.length === 0 ? 'false' : `(${any.join(' or ')})`, ...rules(false)];
  const list = columns.map((column) => {
    const base = asAccount(name, column.name);
    return base === column.name ? base : `${base} as ${column.name}`;
  });
  return `create view ${seen}.${name} as select ${list.join(', ')} from support.${name} where ${rule.join(' and ')}`;
}

/** Sorts views after those that they read. */
function inOrder(views: readonly { name: string; text: string }[]): string[] {
  const done: string[] = [];
  let left = [...views];
  while (left.length > 0) {
    const reads = (text: string, name: string) => new RegExp(`${seen}\\.${name}\\b`).test(text);
    const ready = left.filter(
      ({ name, text }) => !left.some((other) => other.name !== name && reads(text, other.name)),
    );
    if (ready.length === 0)
      throw new Error(`Views read each other: ${left.map(({ name }) => name)}`);
    done.push(...ready.map(({ text }) => text));
    left = left.filter((view) => !ready.includes(view));
  }
  return done;
}

/**
 * Returns the schema of a migrated Postgres for a database without functions, policies, triggers
 * and sequences. It has the same tables, keys and indexes, and a view for each table with the rows
 * that its policies allow.
 */
export async function readNileSchema(db: Kysely<Schema>): Promise<string> {
  const all = await asSuperuser<Table>(db, tables);
  const lines = [
    'create schema support',
    `create schema ${seen}`,
    ...all.map(tableOf),
    ...all.flatMap(({ name, references }) =>
      references === null
        ? []
        : `alter table support.${name} ${references
            .map(
              (key) =>
                `add constraint ${key.name} ${oneLine(key.definition).replace('support.tenants(id)', 'support.tenants(tenant_id)')}`,
            )
            .join(', ')}`,
    ),
    ...all.flatMap(({ indexes }) => (indexes === null ? [] : inBase(indexes.join('; ')))),
    ...inOrder(all.map((table) => ({ name: table.name, text: viewOf(table) }))),
  ];
  return lines.map((line) => line.replaceAll('\\', '\\\\').replaceAll('`', '\\`')).join(';\n');
}
