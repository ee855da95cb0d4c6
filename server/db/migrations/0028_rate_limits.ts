import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

/**
 * `full_at` is the complete state of a bucket: the time until it is full again corresponds to the
 * taken tokens. A full bucket needs no row, so the table can be lost in a crash. `subject` is a
 * hash.
 */
const tables = `
  create unlogged table support.rate_buckets (
    tenant_id uuid not null,
    subject text not null,
    full_at timestamptz not null,
    granted integer not null,
    primary key (tenant_id, subject)
  );
  create index on support.rate_buckets (full_at);
`;

const access = restrictAccess('rate_buckets', {
  grant: 'select, delete',
  policies: {
    count: `to current_user using (true)`,
    forget: `for delete using (support.actor() = 'worker')`,
    find: `for select using (support.actor() = 'worker')`,
  },
});

/** Number of tokens in a bucket that is full again at a moment. It tolerates rounding errors. */
const free = `floor((seconds[n] - extract(epoch from greatest(kept.full_at, moment) - moment))
  * capacities[n] / seconds[n] + 0.000001)::integer`;
const grant = `least(wanted[n], greatest(0, ${free}))`;
const lasting = (tokens: string) =>
  `make_interval(secs => (${tokens})::double precision * seconds[n] / capacities[n])`;

/**
 * Takes up to the wanted number of tokens from each bucket, in the order of the lists. Returns the
 * number, and the seconds until the bucket is full again.
 */
const functions = `
  create function support.take_tokens(
      tenants uuid[], subjects text[], capacities integer[], seconds integer[], wanted integer[])
    returns table (tokens integer, seconds_to_full double precision)
    language plpgsql security definer set search_path = support, pg_temp as $$
  declare
    moment timestamptz := clock_timestamp();
    until timestamptz;
  begin
    for n in 1 .. cardinality(subjects) loop
      insert into rate_buckets as kept (tenant_id, subject, full_at, granted)
        values (tenants[n], subjects[n],
          moment + ${lasting('least(wanted[n], capacities[n])')}, least(wanted[n], capacities[n]))
        on conflict (tenant_id, subject) do update set
          full_at = greatest(kept.full_at, moment) + ${lasting(grant)},
          granted = ${grant}
        returning full_at, granted into until, tokens;
      seconds_to_full := extract(epoch from until - moment);
      return next;
    end loop;
  end $$;
`;

/** Counts requests for all processes together. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [tables, access, functions]) await sql.raw(script).execute(db);
}
