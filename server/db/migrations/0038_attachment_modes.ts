import { type Kysely, sql } from 'kysely';

/**
 * A file can only be part of a request of the mode in which it was uploaded. Files of existing
 * requests get the mode of the request.
 */
const columns = `
  alter table support.attachments add column mode text not null default 'live'
    check (mode in ('live', 'test'));
  alter table support.attachments no force row level security;
  alter table support.tickets no force row level security;
  update support.attachments set mode = tickets.mode from support.tickets
    where tickets.tenant_id = attachments.tenant_id and tickets.id = attachments.ticket_id
      and tickets.mode <> attachments.mode;
  alter table support.attachments force row level security;
  alter table support.tickets force row level security;
  alter table support.attachments alter column mode set default coalesce(support.mode(), 'live');
`;

const policies = `
  create policy mode on support.attachments as restrictive to support_app
    using ((select support.mode()) is null or mode = (select support.mode()));
`;

/** Separates files of test keys from live requests, and the reverse. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [columns, policies]) await sql.raw(script).execute(db);
}
