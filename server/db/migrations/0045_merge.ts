import { type Kysely, sql } from 'kysely';

/** A merged request stays as a redirect to the other one. Its messages are moved there. */
const columns = `
  alter table support.tickets add column merged_into uuid;
  alter table support.attachments drop constraint attachments_tenant_id_ticket_id_position_fkey,
    add foreign key (tenant_id, ticket_id, position)
      references support.messages (tenant_id, ticket_id, position)
      on delete cascade on update cascade;
`;

const agent = `using (tenant_id = (select support.tenant()) and (select support.actor()) = 'agent')`;

const access = `
  grant update (ticket_id, position, visitor_hash) on support.messages to support_app;
  grant update (ticket_id, position) on support.received_mails to support_app;
  create policy merge on support.messages for update ${agent};
  create policy merge on support.received_mails for update ${agent};
`;

/** Lets the team merge requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [columns, access]) await sql.raw(script).execute(db);
}
