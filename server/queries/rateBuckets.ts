import { type Kysely, sql } from 'kysely';
import { digest } from '../base/digest.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';

/** A bucket of tokens, one for each request. It fills up at an even pace. */
export interface Bucket {
  tenantId: string;
  /** The subject. It is stored as a hash. */
  subject: string;
  /** Tokens of a full one. */
  capacity: number;
  /** Seconds in which an empty bucket fills up. */
  seconds: number;
}

export interface WantedTokens extends Bucket {
  wanted: number;
}

export interface TakenTokens {
  tokens: number;
  /** Until the bucket is full again. */
  secondsToFull: number;
}

/** Takes up to so many tokens of each bucket, for all processes together; the answers are in the same order. */
export async function takeTokens(
  db: Kysely<Schema>,
  wanted: readonly WantedTokens[],
): Promise<TakenTokens[]> {
  // Every process takes in the same order, so that none waits for another that waits for it.
  const rows = wanted
    .map((one, place) => ({ ...one, place, hash: digest(`${one.tenantId} ${one.subject}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const { rows: taken } = await inScope(
    db,
    { actor: 'server' },
    (trx) =>
      sql<TakenTokens>`select tokens, seconds_to_full as "secondsToFull" from support.take_tokens(
        ${rows.map(({ tenantId }) => tenantId)}::uuid[],
        ${rows.map(({ hash }) => hash)}::text[],
        ${rows.map(({ capacity }) => capacity)}::integer[],
        ${rows.map(({ seconds }) => seconds)}::integer[],
        ${rows.map((one) => one.wanted)}::integer[])`.execute(trx),
    { isOneStatement: true },
  );
  const places = rows.map(({ place }) => place);
  return wanted.map((_one, place) => {
    const found = taken[places.indexOf(place)];
    if (found === undefined) throw new Error('take_tokens gave no answer for a bucket.');
    return found;
  });
}
