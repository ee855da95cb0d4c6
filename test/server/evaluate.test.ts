import { expect, test } from 'vitest';
import { IntegrationError } from '../../server/base/integrationError.ts';
import { evaluate } from '../../server/checker/evaluate.ts';
import type { ProbeResult } from '../../server/queries/checks.ts';
import type { IntegrationErrorType } from '../../src/contract/integration.ts';

const well = {
  lifecycle: 'active',
  connection: 'connected',
  passes: 2,
  slow_checks: 0,
  error_count: 0,
} as const;
const passed = (responseTime = 100): ProbeResult => ({ passed: true, responseTime });
const failed = (type: IntegrationErrorType, retryAfter?: number): ProbeResult => ({
  passed: false,
  responseTime: 5,
  error: new IntegrationError(type, 'It failed.', { retryAfter }),
});

/** Evaluates one check after another. */
function after(checks: ProbeResult[]) {
  let before: Parameters<typeof evaluate>[0] = well;
  const outcomes = checks.map((found) => {
    const outcome = evaluate(before, found);
    const { lifecycle, connection, passes, slow_checks, error_count } = outcome.change;
    const next = { lifecycle, connection, passes, slow_checks, error_count };
    before = {
      ...before,
      ...Object.fromEntries(Object.entries(next).filter(([, v]) => v !== undefined)),
    };
    return outcome;
  });
  const last = outcomes.at(-1);
  if (last === undefined) throw new Error('No check.');
  return { last, states: outcomes.map(({ change }) => change.health) };
}

test('a failed check is unhealthy immediately, with an alert', () => {
  const { last } = after([failed('network_error')]);
  expect(last.change).toMatchObject({
    health: 'unhealthy',
    error_rate: 1,
    connection: 'error',
    lifecycle: 'active',
    error_type: 'network_error',
    error_count: 1,
  });
  expect(last.raise).toEqual([
    { type: 'connectivity', severity: 'high', message: 'Health check failed: It failed.' },
  ]);
  expect(last.wait).toBe(60);
});

test('it is healthy again after two successful checks, which resolve the alert', () => {
  const { states, last } = after([failed('api_error'), passed(), passed()]);
  expect(states).toEqual(['unhealthy', 'degraded', 'healthy']);
  expect(last.resolve).toContain('connectivity');
  const { last: first } = after([failed('api_error'), passed()]);
  expect(first.resolve).not.toContain('connectivity');
  const flapping = after([failed('api_error'), passed(), failed('api_error'), passed()]);
  expect(flapping.states).toEqual(['unhealthy', 'degraded', 'unhealthy', 'degraded']);
});

test.each(['authentication_error', 'authorization_error'] as const)(
  'an %s needs a person: the integration has an error until a check succeeds',
  (type) => {
    const { last } = after([failed(type)]);
    expect(last.change).toMatchObject({ lifecycle: 'error', error_type: type });
    expect(last.wait).toBe(300);
    expect(after([failed(type), passed()]).last.change).toMatchObject({
      lifecycle: 'active',
      connection: 'connected',
      error_type: null,
      reason: null,
    });
  },
);

test('the delay that the system asks for is respected', () => {
  expect(after([failed('rate_limit_error', 600)]).last.wait).toBe(600);
  expect(after([failed('rate_limit_error', 1)]).last.wait).toBe(30);
  expect(after([failed('rate_limit_error')]).last.wait).toBe(60);
  const raised = after([failed('quota_error')]).last.raise.map(({ type }) => type);
  expect(raised).toEqual(['connectivity', 'quota_exceeded']);
});

test('slow checks are degraded immediately, and raise an alert if they continue', () => {
  const one = after([passed(2_500)]);
  expect([one.states, one.last.raise]).toEqual([['degraded'], []]);
  const two = after([passed(2_500), passed(2_400)]);
  expect(two.last.raise).toMatchObject([
    { type: 'response_time', message: 'Responses take 2.4 s.' },
  ]);
  const fast = after([passed(2_500), passed(2_500), passed()]);
  expect(fast.last.resolve).not.toContain('response_time');
  const faster = after([passed(2_500), passed(2_500), passed(), passed()]);
  expect(faster.last.resolve).toContain('response_time');
});

test('retired integrations and those in maintenance do not change', () => {
  for (const lifecycle of ['maintenance', 'deprecated', 'inactive'] as const) {
    const before = { ...well, lifecycle };
    expect(evaluate(before, failed('authentication_error')).change.lifecycle).toBe(lifecycle);
    expect(evaluate(before, passed()).change.lifecycle).toBe(lifecycle);
  }
});
