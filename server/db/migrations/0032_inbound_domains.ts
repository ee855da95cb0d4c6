import { type Kysely, sql } from 'kysely';

/**
 * Mails to a domain belong to one account. Accounts cannot see each other's domains, so a function
 * checks whether one is taken. Concurrent requests for one domain are serialized.
 */
const functions = `
  create policy find_domain on support.tenants for select to current_user
    using (inbound_domain is not null and support.actor() = 'operator');
  create function support.has_inbound_domain(wanted text) returns boolean
    language plpgsql security definer set search_path = support, pg_temp as $$
  begin
    perform pg_advisory_xact_lock(hashtext('inbound domain ' || wanted));
    return exists (select from tenants where inbound_domain = wanted and id <> tenant());
  end $$;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(functions).execute(db);
}
