import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const table = `
  create table support.saved_filters (
    tenant_id uuid not null default support.tenant(),
    id uuid not null default gen_random_uuid(),
    agent_id uuid not null,
    name text not null,
    conditions jsonb not null,
    sort text not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, agent_id) references support.agents on delete cascade
  );
  create index on support.saved_filters (tenant_id, agent_id);
`;

const access = restrictAccess('saved_filters', {
  grant: 'select, insert, delete',
  policies: {
    operate: `using (tenant_id = (select support.tenant()) and (select support.actor()) = 'agent')`,
  },
});

/** Adds named lists of requests for agents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [table, access]) await sql.raw(script).execute(db);
}
