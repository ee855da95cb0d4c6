import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const table = `
  create table support.daily_summaries (
    tenant_id uuid primary key default support.tenant()
      references support.tenants on delete cascade,
    time_zone text not null default 'UTC',
    hour integer not null default 8 check (hour between 0 and 23),
    last_day date
  );
`;

const access = restrictAccess('daily_summaries', {
  grant: 'select, insert, update, delete',
  policies: {
    operate: `using (tenant_id = support.tenant() and support.actor() = 'operator')`,
    work: `using (support.actor() = 'worker')`,
  },
});

/** Adds daily summaries: the teams that want one, its hour, and the day of the last one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [table, access]) await sql.raw(script).execute(db);
}
