import type { HealthState } from '../contract/integration.ts';

/**
 * Thresholds from which a system counts as degraded or unhealthy. Error rates 0 to 1, times in
 * milliseconds.
 */
export const thresholds = {
  degraded: { errorRate: 0.001, responseTime: 2_000 },
  unhealthy: { errorRate: 0.05 },
} as const;

const intervals: Record<HealthState, number> = {
  healthy: 300,
  degraded: 60,
  unhealthy: 30,
  unknown: 30,
};

/** Returns the seconds until the next check of a system in this state. */
export function checkInterval(state: HealthState): number {
  return intervals[state];
}

/** Returns the health of a successful check. A failed check is always `unhealthy`. */
export function healthOf(found: {
  responseTime: number | null;
  errorRate: number | null;
}): HealthState {
  const { responseTime, errorRate } = found;
  if (responseTime === null && errorRate === null) return 'unknown';
  if ((errorRate ?? 0) >= thresholds.unhealthy.errorRate) return 'unhealthy';
  const isSlow = (responseTime ?? 0) >= thresholds.degraded.responseTime;
  return isSlow || (errorRate ?? 0) >= thresholds.degraded.errorRate ? 'degraded' : 'healthy';
}

/** Returns 100, 50 or 0, or null for an unknown state. */
export function score(state: HealthState): number | null {
  return { healthy: 100, degraded: 50, unhealthy: 0, unknown: null }[state];
}

/** Returns the mean of the known scores, or null if none is known. */
export function meanScore(states: readonly HealthState[]): number | null {
  const known = states.map(score).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
