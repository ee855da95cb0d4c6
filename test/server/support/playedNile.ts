import pg from 'pg';

/**
 * Limits of NileDB by its documentation, simulated by a superuser's triggers on a plain Postgres
 * (https://www.thenile.dev/docs/postgres/postgres-compatibility). The user of the server can
 * neither see nor change them.
 */
const play = `
  do $$ begin
    create role nile_user login password 'nile_user';
  exception when duplicate_object or unique_violation then null;
  end $$;
  grant create on database current_database to nile_user;

  create table public.tenants (
    id uuid primary key default gen_random_uuid(),
    name text,
    created timestamp not null default localtimestamp,
    updated timestamp not null default localtimestamp,
    deleted timestamp
  );
  grant select, insert, update, delete on public.tenants to nile_user;
  revoke execute on function pg_notify(text, text) from public;
  create schema play;

  create function play.is_server() returns boolean language sql stable
    return current_user = 'nile_user';

  -- CREATE FUNCTION, TRIGGER, POLICY and ROLE are not there.
  create function play.reject() returns event_trigger language plpgsql as $$
  begin
    if play.is_server() then
      raise exception 'NileDB does not support %', tg_tag using errcode = '0A000';
    end if;
  end $$;
  create event trigger play_reject on ddl_command_start
    when tag in ('CREATE FUNCTION', 'CREATE PROCEDURE', 'CREATE TRIGGER', 'CREATE POLICY', 'ALTER POLICY',
      'CREATE EXTENSION', 'CREATE RULE')
    execute function play.reject();

  -- A row belongs to a known account. A transaction writes rows of one account, or of tables without accounts.
  create function play.write() returns trigger language plpgsql
    security definer set search_path = pg_catalog as $$
  declare
    row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
    account text := coalesce(row->>'tenant_id', 'shared');
    before text := nullif(current_setting('play.account', true), '');
  begin
    if account <> 'shared' and not exists (select from public.tenants where id = account::uuid) then
      raise exception 'NileDB does not know the tenant %', account;
    end if;
    if before is not null and before <> account then
      raise exception 'NileDB writes rows of one tenant in a transaction, % of % after %', tg_table_name, account, before;
    end if;
    perform set_config('play.account', account, true);
    return null;
  end $$;

  -- Shows a connection the account that nile.tenant_id names, as a database of its own.
  create function play.isolate(made regclass) returns void language plpgsql
    security definer set search_path = pg_catalog as $$
  declare
    has_tenant boolean := exists (
      select from pg_attribute where attrelid = made and attname = 'tenant_id' and not attisdropped);
    own text := $own$nullif(current_setting('nile.tenant_id', true), '') is null
      or tenant_id = nullif(current_setting('nile.tenant_id', true), '')::uuid$own$;
  begin
    if exists (select from pg_trigger where tgrelid = made and tgname = 'play_write') then return; end if;
    if has_tenant then
      execute format('alter table %s enable row level security, force row level security', made);
      execute format('create policy nile on %s using (%s) with check (%s)', made, own, own);
    end if;
    execute format('create trigger play_write after insert or update or delete on %s
      for each row execute function play.write()', made);
  end $$;

  -- Keys of tables with accounts begin with the account, and refer to tables with accounts.
  create function play.check_table() returns event_trigger language plpgsql as $$
  declare
    made record;
  begin
    if not play.is_server() then return; end if;
    for made in select objid, object_type, object_identity from pg_event_trigger_ddl_commands() loop
      if made.object_type = 'sequence' then
        raise exception 'NileDB does not support sequences: %', made.object_identity;
      elsif made.object_type = 'table' then
        perform play.isolate(made.objid::regclass);
      end if;
    end loop;
    if exists (select from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id'
      where i.indisunique and c.relnamespace not in ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace)
        and t.attnum <> all(i.indkey::smallint[])) then
      raise exception 'NileDB needs tenant_id in every unique key';
    end if;
    if exists (select from pg_constraint k where k.contype = 'f' and k.confrelid <> 'public.tenants'::regclass and exists (
        select from pg_attribute where attrelid = k.conrelid and attname = 'tenant_id')
      and not exists (select from pg_attribute where attrelid = k.confrelid and attname = 'tenant_id')) then
      raise exception 'NileDB has no foreign keys to tables without tenants';
    end if;
  end $$;
  create event trigger play_check on ddl_command_end execute function play.check_table();
  grant usage on schema play to nile_user;
`;

/** Makes an empty database simulate NileDB. `url`: address with its superuser. */
export async function playNile(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const name = pg.escapeIdentifier(new URL(url).pathname.slice(1));
  await client.query(play.replace('current_database', name));
  await client.end();
}

/** Returns the address for the user of the server, who is not a superuser. */
export function userUrl(url: string): string {
  const address = new URL(url);
  address.username = 'nile_user';
  address.password = 'nile_user';
  return address.href;
}
