import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

/**
 * One row per word of a message, as for articles. Under row level security, a search can use an
 * index only for leakproof operators, and those of full-text search are not leakproof. A chore
 * indexes older messages.
 */
const tables = `
  create table support.message_terms (
    tenant_id uuid not null default support.tenant(),
    term text collate "C" not null,
    ticket_id uuid not null,
    position integer not null,
    primary key (tenant_id, term, ticket_id, position),
    foreign key (tenant_id, ticket_id, position) references support.messages
      on delete cascade on update cascade
  );
  create index on support.message_terms (tenant_id, ticket_id, position);
  alter table support.messages add column indexed boolean not null default false;
  create index on support.messages (tenant_id, ticket_id, position) where not indexed;
  grant update (indexed) on support.messages to support_app;
`;

const ofTenant = 'tenant_id = (select support.tenant())';
const actor = '(select support.actor())';

const access = restrictAccess('message_terms', {
  grant: 'select, insert',
  policies: {
    add: `for insert with check (${ofTenant} and ${actor} in ('visitor', 'agent', 'worker'))`,
    read: `for select using (${ofTenant} and ${actor} in ('agent', 'worker'))`,
  },
});

/** Makes the words of messages and notes searchable. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [tables, access]) await sql.raw(script).execute(db);
}
