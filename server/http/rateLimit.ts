import type { Plan } from '../../src/contract/adminAccount.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { RequestContext } from './answer.ts';
import { createLeases, type TakeTokens } from './leases.ts';

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

/** Keyed by plan. */
const keyPerHourOf: Readonly<Record<Plan, number>> = {
  free: 1_000,
  starter: 10_000,
  professional: 100_000,
  enterprise: 1_000_000,
};

/** Test keys are for tests, which hurry. */
const testFactor = 10;

/** The caller that is limited. */
export interface Spender {
  tenantId: string;
  plan: Plan | null;
  mode: KeyMode;
  visitorHash: string | undefined;
  /** For a publishable key; undefined for others and if unknown. */
  network: string | undefined;
  /** A public page, for which no key is used. */
  isPage?: boolean;
}

/** Counts a request and throws when it is one too many. */
export type RateLimit = (c: RequestContext, spender: Spender) => Promise<void>;

/**
 * Token buckets of all processes together: a full hour's or minute's worth at once, then at that rate. A
 * process takes up to a twentieth of a bucket ahead, which the others then do not have.
 */
export function createRateLimit(limits: RateLimits, takeTokens: TakeTokens): RateLimit {
  const { keyPerHour, visitorPerMinute, networkPerMinute } = limits;
  const take = createLeases(takeTokens);
  return async (c, { tenantId, plan, mode, visitorHash, network, isPage = false }) => {
    const factor = mode === 'test' ? testFactor : 1;
    const hourly = plan === null || keyPerHour === 0 ? keyPerHour : keyPerHourOf[plan];
    const wanted: readonly [subject: string | undefined, capacity: number, seconds: number][] = [
      [isPage ? undefined : 'keys', hourly, 3_600],
      [network && `network ${network}`, networkPerMinute, 60],
      [visitorHash && `visitor ${visitorHash}`, visitorPerMinute, 60],
    ];
    const taken = await Promise.all(
      wanted.flatMap(([subject, capacity, seconds]) =>
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
    // The one that is nearest to its end stands in the headers.
    const [tightest] = taken.toSorted(
      (a, b) => Number(a.isAllowed) - Number(b.isAllowed) || a.remaining - b.remaining,
    );
    if (tightest === undefined) return;
    const { isAllowed, capacity, remaining, secondsToFull, secondsToNext } = tightest;
    c.header('X-RateLimit-Limit', String(capacity));
    c.header('X-RateLimit-Remaining', String(remaining));
    c.header('X-RateLimit-Reset', String(Math.ceil(Date.now() / 1_000 + secondsToFull)));
    if (!isAllowed) throw apiErrors.rateLimited(Math.max(1, Math.ceil(secondsToNext)));
  };
}
