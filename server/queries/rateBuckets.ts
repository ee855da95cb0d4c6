import { type Kysely, type RawBuilder, sql } from 'kysely';
import { digest } from '../base/digest.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { byAccount } from '../db/workerScopes.ts';

/** A token bucket. Each request takes one token. It refills at a constant rate. */
export interface Bucket {
  tenantId: string;
  /** The subject. It is stored as a hash. */
  subject: string;
  /** Number of tokens in a full bucket. */
  capacity: number;
  /** Seconds in which an empty bucket fills up. */
  seconds: number;
}

export interface TokenRequest extends Bucket {
  wanted: number;
}

export interface TakenTokens {
  tokens: number;
  /** Seconds until the bucket is full again. */
  secondsToFull: number;
}

/** Number of tokens in a bucket that is full again at a moment. It tolerates rounding errors. */
const free = sql`floor((seconds - extract(epoch from greatest(existing.full_at, moment) - moment))
  * capacity / seconds + 0.000001)::integer`;
const granted = sql`least(wanted, greatest(0, ${free}))`;
const lasting = (tokens: RawBuilder<unknown>) =>
  sql`make_interval(secs => (${tokens})::double precision * seconds / capacity)`;

type Placed = TokenRequest & { place: number; hash: string };

/**
 * Takes up to the wanted number of tokens from each bucket. All processes share the buckets. The
 * results have the order of the input.
 */
export async function takeTokens(
  db: Kysely<Schema>,
  wanted: readonly TokenRequest[],
): Promise<TakenTokens[]> {
  // All processes use one order, so that they cannot deadlock.
  const rows = wanted
    .map((one, place) => ({ ...one, place, hash: digest(`${one.tenantId} ${one.subject}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const isFirst = ({ hash }: Placed, index: number) => hash !== rows[index - 1]?.hash;
  const taken = new Map<number, TakenTokens>();
  for (const [, first] of byAccount(db, rows.filter(isFirst))) {
    for (const { place, ...tokens } of await takeOnce(db, first)) taken.set(place, tokens);
  }
  // One statement can change a row only once.
  const again = rows.filter((row, index) => !isFirst(row, index));
  const later = again.length === 0 ? [] : await takeTokens(db, again);
  for (const [index, tokens] of later.entries()) taken.set(again[index]?.place ?? -1, tokens);
  return wanted.map((_one, place) => {
    const found = taken.get(place);
    if (found === undefined) throw new Error('The database gave no answer for a bucket.');
    return found;
  });
}

async function takeOnce(
  db: Kysely<Schema>,
  rows: readonly Placed[],
): Promise<(TakenTokens & { place: number })[]> {
  const { rows: taken } = await inScope(
    db,
    { actor: 'limits' },
    (trx) =>
      sql<TakenTokens & { place: number }>`
        with wanted as materialized (
          select *, clock_timestamp() as moment from unnest(
            ${rows.map(({ tenantId }) => tenantId)}::uuid[],
            ${rows.map(({ hash }) => hash)}::text[],
            ${rows.map(({ capacity }) => capacity)}::integer[],
            ${rows.map(({ seconds }) => seconds)}::integer[],
            ${rows.map((one) => one.wanted)}::integer[],
            ${rows.map(({ place }) => place)}::integer[]
          ) with ordinality as list (tenant_id, subject, capacity, seconds, wanted, place, turn)
        ), taken as (
          insert into rate_buckets as existing (tenant_id, subject, full_at, granted)
          select tenant_id, subject, moment + ${lasting(sql`least(wanted, capacity)`)},
            least(wanted, capacity) from wanted order by turn
          on conflict (tenant_id, subject) do update set (full_at, granted) = (
            select greatest(existing.full_at, moment) + ${lasting(granted)}, ${granted} from wanted
            where wanted.tenant_id = excluded.tenant_id and wanted.subject = excluded.subject)
          returning *
        )
        select place, granted as tokens, extract(epoch from full_at - moment)::float8 as "secondsToFull"
        from wanted join taken using (tenant_id, subject)`.execute(trx),
    { isOneStatement: true },
  );
  return taken;
}
