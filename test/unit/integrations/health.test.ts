import { expect, it } from 'vitest';
import type { HealthState } from '../../../src/contract/integration.ts';
import { checkInterval, healthOf, meanScore, score } from '../../../src/integrations/health.ts';

it.each<[number | null, number | null, HealthState]>([
  [100, 0, 'healthy'],
  [1_999, 0.000_9, 'healthy'],
  [2_000, 0, 'degraded'],
  [100, 0.001, 'degraded'],
  [100, 0.049_9, 'degraded'],
  [100, 0.05, 'unhealthy'],
  [60_000, 1, 'unhealthy'],
  [null, 0, 'healthy'],
  [3_000, null, 'degraded'],
  [null, null, 'unknown'],
])('%s ms and an error rate of %s is %s', (responseTime, errorRate, state) => {
  expect(healthOf({ responseTime, errorRate })).toBe(state);
});

it('is checked more often the worse it is', () => {
  const states: HealthState[] = ['healthy', 'degraded', 'unhealthy', 'unknown'];
  expect(states.map(checkInterval)).toEqual([300, 60, 30, 30]);
  expect(states.map(score)).toEqual([100, 50, 0, null]);
});

it('the mean ignores unknown values, and is null for an empty list, never NaN', () => {
  expect(meanScore(['healthy', 'degraded', 'unknown'])).toBe(75);
  expect(meanScore(['unhealthy'])).toBe(0);
  expect(meanScore(['unknown'])).toBeNull();
  expect(meanScore([])).toBeNull();
});
