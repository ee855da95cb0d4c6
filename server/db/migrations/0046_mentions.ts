import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const table = `
  create table support.mentions (
    tenant_id uuid not null default support.tenant(),
    agent_id uuid not null,
    ticket_id uuid not null,
    position integer not null,
    primary key (tenant_id, agent_id, ticket_id, position),
    foreign key (tenant_id, agent_id) references support.agents on delete cascade,
    foreign key (tenant_id, ticket_id, position) references support.messages
      on delete cascade on update cascade
  );
  create index on support.mentions (tenant_id, ticket_id, position);
`;

const access = restrictAccess('mentions', {
  grant: 'select, insert',
  policies: {
    operate: `using (tenant_id = (select support.tenant()) and (select support.actor()) = 'agent')`,
  },
});

/** Adds agents who are mentioned in internal notes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [table, access]) await sql.raw(script).execute(db);
}
