import { LRUCache } from 'lru-cache';
import type { Plan } from '../../src/contract/adminAccount.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import { refusals } from '../base/refusals.ts';
import type { RequestContext } from './answer.ts';

/** 0 is no limit. */
export interface RateLimits {
  /** Requests of an account's keys together, where its plan does not say otherwise. */
  keyPerHour: number;
  /** Requests of one visitor. */
  visitorPerMinute: number;
  /** Requests of one network with the publishable keys of an account. */
  networkPerMinute: number;
}

export const defaultRateLimits: RateLimits = {
  keyPerHour: 100_000,
  visitorPerMinute: 100,
  networkPerMinute: 1_000,
};

/** By plan. */
const keyPerHourOf: Readonly<Record<Plan, number>> = {
  free: 1_000,
  starter: 10_000,
  professional: 100_000,
  enterprise: 1_000_000,
};

/** Test keys are for tests, which hurry. */
const testFactor = 10;

/** Whose request it is. */
export interface Spender {
  tenantId: string;
  plan: Plan | null;
  mode: KeyMode;
  visitorHash: string | undefined;
  /** Of a publishable key; undefined for others and where it is not known. */
  network: string | undefined;
}

/** Counts a request and throws when it is one too many. */
export type RateLimit = (c: RequestContext, spender: Spender) => void;

/** Token buckets of this process: a full hour's or minute's worth at once, then at that rate. */
export function createRateLimit(limits: RateLimits): RateLimit {
  const { keyPerHour, visitorPerMinute, networkPerMinute } = limits;
  const buckets = createBuckets();
  return (c, { tenantId, plan, mode, visitorHash, network }) => {
    const factor = mode === 'test' ? testFactor : 1;
    const hourly = plan === null || keyPerHour === 0 ? keyPerHour : keyPerHourOf[plan];
    const wanted: readonly [id: string | undefined, capacity: number, seconds: number][] = [
      [`${tenantId} ${mode}`, hourly * factor, 3_600],
      [network && `${tenantId} ${network}`, networkPerMinute * factor, 60],
      [visitorHash && `${tenantId} ${visitorHash}`, visitorPerMinute * factor, 60],
    ];
    const taken = wanted.flatMap(([id, capacity, seconds]) =>
      id === undefined || capacity === 0 ? [] : [buckets.take(id, capacity, capacity / seconds)],
    );
    // The one that is nearest to its end stands in the headers.
    const [tightest] = taken.toSorted((a, b) => a.remaining - b.remaining);
    if (tightest === undefined) return;
    const { capacity, remaining, secondsToFull, secondsToNext } = tightest;
    c.header('X-RateLimit-Limit', String(capacity));
    c.header('X-RateLimit-Remaining', String(Math.max(0, Math.floor(remaining))));
    c.header('X-RateLimit-Reset', String(Math.ceil(Date.now() / 1_000 + secondsToFull)));
    if (remaining < 0) throw refusals.rateLimited(Math.max(1, Math.ceil(secondsToNext)));
  };
}

/** Buckets that are kept; beyond, the one that was used longest ago counts as full again. */
const maxBuckets = 100_000;

function createBuckets() {
  const buckets = new LRUCache<string, { tokens: number; at: number }>({ max: maxBuckets });
  return {
    take(id: string, capacity: number, perSecond: number) {
      const now = performance.now();
      const { tokens: left, at } = buckets.get(id) ?? { tokens: capacity, at: now };
      const tokens = Math.min(capacity, left + ((now - at) / 1_000) * perSecond);
      const isAllowed = tokens >= 1;
      buckets.set(id, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
      return {
        capacity,
        remaining: isAllowed ? tokens - 1 : -1,
        secondsToNext: (1 - tokens) / perSecond,
        secondsToFull: (capacity - tokens) / perSecond,
      };
    },
  };
}
