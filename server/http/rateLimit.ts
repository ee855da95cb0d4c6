import { LRUCache } from 'lru-cache';
import { refusals } from '../base/refusals.ts';
import type { RequestContext } from './answer.ts';

/** 0 is no limit. */
export interface RateLimits {
  /** Requests of a tenant's keys together. */
  keyPerHour: number;
  /** Requests of one visitor. */
  visitorPerMinute: number;
}

export const defaultRateLimits: RateLimits = { keyPerHour: 100_000, visitorPerMinute: 100 };

/** Counts a request and throws when it is one too many. */
export type RateLimit = (
  c: RequestContext,
  caller: { tenantId: string; visitorHash: string | undefined },
) => void;

/** Token buckets of this process: a full hour's or minute's worth at once, then at that rate. */
export function createRateLimit({ keyPerHour, visitorPerMinute }: RateLimits): RateLimit {
  const perKey = createBuckets(keyPerHour, keyPerHour / 3_600);
  const perVisitor = createBuckets(visitorPerMinute, visitorPerMinute / 60);
  return (c, { tenantId, visitorHash }) => {
    if (keyPerHour > 0) spend(c, perKey, tenantId);
    if (visitorPerMinute > 0 && visitorHash !== undefined) {
      spend(c, perVisitor, `${tenantId} ${visitorHash}`);
    }
  };
}

/** The last bucket asked stands in the headers: the visitor's, which is the tighter one. */
function spend(c: RequestContext, buckets: Buckets, id: string): void {
  const { remaining, secondsToNext, secondsToFull } = buckets.take(id);
  c.header('X-RateLimit-Limit', String(buckets.capacity));
  c.header('X-RateLimit-Remaining', String(Math.max(0, Math.floor(remaining))));
  c.header('X-RateLimit-Reset', String(Math.ceil(Date.now() / 1_000 + secondsToFull)));
  if (remaining < 0) throw refusals.rateLimited(Math.max(1, Math.ceil(secondsToNext)));
}

/** Buckets that are kept; beyond, the one that was used longest ago counts as full again. */
const maxBuckets = 100_000;

type Buckets = ReturnType<typeof createBuckets>;

function createBuckets(capacity: number, perSecond: number) {
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: maxBuckets });
  return {
    capacity,
    take(id: string) {
      const now = performance.now();
      const { tokens: left, at } = buckets.get(id) ?? { tokens: capacity, at: now };
      const tokens = Math.min(capacity, left + ((now - at) / 1_000) * perSecond);
      const isAllowed = tokens >= 1;
      buckets.set(id, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
      return {
        remaining: isAllowed ? tokens - 1 : -1,
        secondsToNext: (1 - tokens) / perSecond,
        secondsToFull: (capacity - tokens) / perSecond,
      };
    },
  };
}
