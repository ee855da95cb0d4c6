import { type Kysely, sql } from 'kysely';

/** `(select …)` is evaluated once per statement instead of once per row. A day has many checks. */
const ofTenant = 'tenant_id = (select support.tenant())';
const actor = '(select support.actor())';

const changes = `
  create index on support.integration_checks (tenant_id, at) include (passed, response_time);
  alter policy read on support.integration_checks
    using (${ofTenant} and ${actor} in ('visitor', 'agent'));
  alter policy operate on support.integration_checks using (${ofTenant} and ${actor} = 'agent');
  alter policy work on support.integration_checks using (${actor} = 'worker');
`;

/** The dashboard of one tenant reads only its own checks. The policy is evaluated once per statement. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(changes).execute(db);
}
