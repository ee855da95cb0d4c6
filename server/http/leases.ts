import { LRUCache } from 'lru-cache';
import type { Bucket, TakenTokens, TokenRequest } from '../queries/rateBuckets.ts';

export type TakeTokens = (tokens: readonly TokenRequest[]) => Promise<TakenTokens[]>;

/** The state of a bucket after a request has tried to take a token. */
export interface BucketState {
  isAllowed: boolean;
  capacity: number;
  /** Tokens that are left in this lease and in the shared bucket. */
  remaining: number;
  secondsToFull: number;
  /** Seconds until the next token. */
  secondsToNext: number;
}

/**
 * Tokens that this process has leased in advance, and the level of the shared bucket at that time.
 */
interface Lease {
  tokens: number;
  secondsToFull: number;
  /** The time of the lease, by the clock of the process. */
  at: number;
  /** Pending while more tokens are being leased. */
  renewal?: Promise<void> | undefined;
}

/** Maximum number of leases. The least recently used is dropped first. */
const maxLeases = 100_000;
/** Maximum share and number of a bucket's tokens that a process leases in advance. */
const share = 1 / 20;
const maxTokens = 100;
/** Tolerance for rounding errors, in tokens. */
const roundingError = 1e-6;

/** Takes tokens of shared buckets in blocks, so that most requests do not wait for the database. */
export function createLeases(takeTokens: TakeTokens): (bucket: Bucket) => Promise<BucketState> {
  // `max` would allocate all of them at once.
  const leases = new LRUCache<string, Lease>({ maxSize: maxLeases, sizeCalculation: () => 1 });
  const takeBatched = inBatches(takeTokens);

  async function renew(lease: Lease, bucket: Bucket): Promise<void> {
    const block = Math.floor(bucket.capacity * share);
    const tokens = Math.max(1, Math.min(maxTokens, block));
    Object.assign(lease, await takeBatched({ ...bucket, wanted: tokens }), {
      at: performance.now(),
    });
  }

  return async (bucket) => {
    const id = `${bucket.tenantId} ${bucket.subject}`;
    const lease = leases.get(id) ?? { tokens: 0, secondsToFull: 0, at: Number.NEGATIVE_INFINITY };
    leases.set(id, lease);
    for (;;) {
      // After this time the bucket is full again.
      if (secondsSince(lease.at) > bucket.seconds) lease.tokens = 0;
      if (lease.tokens > 0) {
        lease.tokens -= 1;
        return stateOf(lease, bucket, true);
      }
      const isEmpty = freeOf(lease, bucket) + roundingError < 1;
      if (isEmpty) return stateOf(lease, bucket, false);
      lease.renewal ??= renew(lease, bucket).finally(() => {
        lease.renewal = undefined;
      });
      await lease.renewal;
    }
  };
}

const secondsSince = (at: number) => (performance.now() - at) / 1_000;

/** Returns the current tokens in the shared bucket, as far as this process knows. */
function freeOf({ secondsToFull, at }: Lease, { capacity, seconds }: Bucket): number {
  const left = Math.max(0, secondsToFull - secondsSince(at));
  return ((seconds - left) * capacity) / seconds;
}

function stateOf(lease: Lease, bucket: Bucket, isAllowed: boolean): BucketState {
  const { capacity, seconds } = bucket;
  const free = freeOf(lease, bucket);
  const missing = capacity - free - lease.tokens;
  return {
    isAllowed,
    capacity,
    remaining: Math.floor(free + roundingError) + lease.tokens,
    secondsToFull: (Math.max(0, missing) * seconds) / capacity,
    secondsToNext: ((1 - free) * seconds) / capacity,
  };
}

/** Batches concurrent requests into one statement. */
function inBatches(takeTokens: TakeTokens): (tokens: TokenRequest) => Promise<TakenTokens> {
  interface Waiting {
    tokens: TokenRequest;
    resolve(taken: TakenTokens): void;
    reject(cause: unknown): void;
  }
  let waiting: Waiting[] = [];
  const send = async () => {
    const batch = waiting;
    waiting = [];
    try {
      const taken = await takeTokens(batch.map(({ tokens }) => tokens));
      for (const [place, tokens] of taken.entries()) batch[place]?.resolve(tokens);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  return (tokens) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ tokens, resolve, reject }) === 1) queueMicrotask(send);
    });
}
