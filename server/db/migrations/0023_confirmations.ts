import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

/** `subject` is the hash of an address or network. */
const tables = `
  alter table support.tenants add column confirm_unverified boolean not null default true;

  create table support.allowances (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    kind text not null,
    subject text not null,
    window_start timestamptz not null,
    used integer not null,
    primary key (tenant_id, kind, subject, window_start)
  );
  create index on support.allowances (window_start);
`;

const access = restrictAccess('allowances', {
  grant: 'select, delete',
  policies: {
    count: `to current_user using (tenant_id = support.tenant())`,
    forget: `for delete using (support.actor() = 'worker')`,
    find: `for select using (support.actor() = 'worker')`,
  },
});

/**
 * Uses up one unit of an allowance in a time window. It cannot be used to read or reset a count. An
 * exhausted allowance is not written, so that a flood of requests neither locks nor adds rows.
 */
const functions = `
  create function support.take_allowance(what text, whose text, most integer, hours integer)
    returns boolean
    language plpgsql security definer set search_path = support, pg_temp as $$
  declare
    start timestamptz := date_bin(hours * interval '1 hour', now(), timestamptz '2000-01-01');
    taken integer;
  begin
    if exists (select from allowances where tenant_id = support.tenant() and kind = what
      and subject = whose and window_start = start and used >= most)
    then
      return false;
    end if;
    insert into allowances as kept (kind, subject, window_start, used) values (what, whose, start, 1)
      on conflict (tenant_id, kind, subject, window_start) do update set used = kept.used + 1
      returning used into taken;
    return taken <= most;
  end $$;
`;

/** Counts mails to unverified addresses, for all processes together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [tables, access, functions]) await sql.raw(script).execute(db);
}
