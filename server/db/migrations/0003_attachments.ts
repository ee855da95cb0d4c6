import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const tables = `
  alter table support.tenants add column attachments jsonb;

  create table support.attachments (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid primary key,
    visitor_hash text not null default support.visitor(),
    ticket_id uuid,
    position integer,
    rank integer,
    name text not null,
    type text not null,
    size integer not null,
    storage_key text not null unique,
    created_at timestamptz(3) not null default now(),
    stored_at timestamptz(3),
    linked_at timestamptz(3),
    check ((ticket_id is null) = (position is null) and (ticket_id is null) = (linked_at is null)),
    check (ticket_id is null or stored_at is not null),
    foreign key (tenant_id, ticket_id, position)
      references support.messages (tenant_id, ticket_id, position) on delete cascade
  );
  create index on support.attachments (tenant_id, ticket_id, position) where ticket_id is not null;
  create index on support.attachments (created_at) where ticket_id is null;

  create table support.attachment_removals (
    tenant_id uuid not null,
    storage_key text primary key,
    created_at timestamptz(3) not null default now()
  );
`;

/**
 * Records the file for removal however its row is deleted, also together with its ticket or tenant.
 */
const removal = `
  create function support.note_attachment_removal() returns trigger
    language plpgsql security definer set search_path = support, pg_temp as $$
  begin
    insert into support.attachment_removals (tenant_id, storage_key)
      values (old.tenant_id, old.storage_key);
    return old;
  end $$;
  create trigger note_removal after delete on support.attachments
    for each row execute function support.note_attachment_removal();
`;

const mine = `tenant_id = support.tenant() and support.actor() in ('visitor', 'agent')
  and visitor_hash = support.visitor()`;
/**
 * Messages have their own RLS policy: visitors see their own messages, but never internal notes.
 */
const ofVisibleMessage = `exists (select from support.messages
  where messages.tenant_id = attachments.tenant_id
    and messages.ticket_id = attachments.ticket_id
    and messages.position = attachments.position)`;

const access = {
  attachments: {
    grant: 'select, insert, update, delete',
    policies: {
      read: `for select using (tenant_id = support.tenant() and support.actor() in ('visitor', 'agent')
        and (ticket_id is null and ${mine} or ${ofVisibleMessage}))`,
      upload: `for insert with check (${mine} and ticket_id is null)`,
      link: `for update using (${mine} and ticket_id is null)
        with check (${mine} and (ticket_id is null or ${ofVisibleMessage}))`,
      clean: `using (support.actor() = 'worker')`,
    },
  },
  attachment_removals: {
    grant: 'select, delete',
    policies: {
      note: `for insert with check (true)`,
      work: `using (support.actor() = 'worker')`,
    },
  },
};

/** Adds files of messages, and the list of files to delete from the store. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = Object.entries(access)
    .map(([table, one]) => restrictAccess(table, one))
    .join(';\n');
  for (const script of [tables, removal, walls]) await sql.raw(script).execute(db);
}
