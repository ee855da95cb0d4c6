import type { Plan } from '../../src/contract/adminAccount.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { RequestContext } from './envelope.ts';
import { createLeases, type TakeTokens } from './leases.ts';
import { setHeader } from './responseHeaders.ts';

/** Limits of requests. 0 means no limit. */
export interface RateLimits {
  /** Requests of all keys of an account together, unless its plan has another limit. */
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

/** Limits by plan. */
const keyPerHourOf: Readonly<Record<Plan, number>> = {
  free: 1_000,
  starter: 10_000,
  professional: 100_000,
  enterprise: 1_000_000,
};

/** Limits of test keys are higher, because tests run fast. */
const testFactor = 10;

/** The caller whose requests are counted. */
export interface Spender {
  tenantId: string;
  plan: Plan | null;
  mode: KeyMode;
  visitorHash: string | undefined;
  /** Set for a publishable key. Undefined for other keys, and if it is unknown. */
  network: string | undefined;
  /** A public page, which needs no key. */
  isPage?: boolean;
}

/** Counts a request. Throws if it exceeds a limit. */
export type RateLimit = (c: RequestContext, spender: Spender) => Promise<void>;

/**
 * Creates token buckets that all processes share. A bucket allows the requests of a full hour or
 * minute at once, then refills at that rate. A process leases up to a twentieth of a bucket in
 * advance, which other processes then cannot use.
 */
export function createRateLimit(limits: RateLimits, takeTokens: TakeTokens): RateLimit {
  const { keyPerHour, visitorPerMinute, networkPerMinute } = limits;
  const take = createLeases(takeTokens);
  return async (c, { tenantId, plan, mode, visitorHash, network, isPage = false }) => {
    const factor = mode === 'test' ? testFactor : 1;
    const hourly = plan === null || keyPerHour === 0 ? keyPerHour : keyPerHourOf[plan];
    const buckets: readonly [subject: string | undefined, capacity: number, seconds: number][] = [
      [isPage ? undefined : 'keys', hourly, 3_600],
      [network && `network ${network}`, networkPerMinute, 60],
      [visitorHash && `visitor ${visitorHash}`, visitorPerMinute, 60],
    ];
    const taken = await Promise.all(
      buckets.flatMap(([subject, capacity, seconds]) =>
        subject === undefined || capacity === 0
          ? []
          : [
              take({
                tenantId,
                subject: `${mode} ${subject}`,
                capacity: capacity * factor,
                seconds,
              }),
            ],
      ),
    );
    // The headers describe the limit that is closest to being exhausted.
    const [tightest] = taken.toSorted(
      (a, b) => Number(a.isAllowed) - Number(b.isAllowed) || a.remaining - b.remaining,
    );
    if (tightest === undefined) return;
    const { isAllowed, capacity, remaining, secondsToFull, secondsToNext } = tightest;
    setHeader(c, 'X-RateLimit-Limit', String(capacity));
    setHeader(c, 'X-RateLimit-Remaining', String(remaining));
    setHeader(c, 'X-RateLimit-Reset', String(Math.ceil(Date.now() / 1_000 + secondsToFull)));
    if (!isAllowed) throw apiErrors.rateLimited(Math.max(1, Math.ceil(secondsToNext)));
  };
}
