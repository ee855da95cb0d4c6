import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const ofTenant = 'tenant_id = (select support.tenant())';
const isActor = (...actors: string[]) =>
  `(select support.actor()) in (${actors.map((actor) => `'${actor}'`).join(', ')})`;

/** `critical_counts`: differences in the number of critical tickets, one for each change. */
const tables = `
  create table support.office_visits (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null default gen_random_uuid(),
    visitor_hash text not null,
    visited_at timestamptz(3) not null default now(),
    primary key (tenant_id, id)
  );
  create table support.critical_counts (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null default gen_random_uuid(),
    tickets integer not null,
    primary key (tenant_id, id)
  );
`;

const access = [
  restrictAccess('office_visits', {
    grant: 'select, insert, delete',
    policies: {
      operate: `using (${ofTenant} and ${isActor('agent')})`,
      privacy: `using (${ofTenant} and ${isActor('privacy')})`,
    },
  }),
  restrictAccess('critical_counts', {
    grant: 'select, insert',
    policies: {
      count: `for insert with check (${ofTenant}
        and ${isActor('visitor', 'agent', 'worker', 'privacy')})`,
      read: `for select using (${ofTenant} and ${isActor('agent')})`,
    },
  }),
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [tables, ...access]) await sql.raw(script).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table support.office_visits, support.critical_counts`.execute(db);
}
