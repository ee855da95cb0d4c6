import type { AlertType } from '../../src/contract/integration.ts';
import { checkInterval, healthOf, thresholds } from '../../src/integrations/health.ts';
import type { AlertDraft, ProbeResult } from '../queries/checks.ts';
import type { IntegrationChange, StoredIntegration } from '../queries/integrations.ts';

export interface CheckOutcome {
  change: IntegrationChange;
  raise: AlertDraft[];
  resolve: AlertType[];
  /** Seconds until the next check. */
  wait: number;
}

type Before = Pick<
  StoredIntegration,
  'lifecycle' | 'connection' | 'passes' | 'slow_checks' | 'error_count'
>;

/**
 * Number of consecutive successful checks after which a system is healthy again, and of consecutive
 * slow checks after which it is slow.
 */
const recoveryChecks = 2;
/** Seconds to wait after a temporary failure, and after a failure that only a person can fix. */
const retryWaitSeconds = 60;
const personFixWaitSeconds = 300;

/** Returns the consequences of a check: the new state, alerts, and the time of the next check. */
export function evaluate(before: Before, result: ProbeResult): CheckOutcome {
  return result.passed ? pass(before, result.responseTime) : fail(before, result);
}

/** A system that failed is degraded until two consecutive checks succeed. */
function pass(before: Before, responseTime: number): CheckOutcome {
  const passes = Math.min(before.passes + 1, recoveryChecks);
  const isSlow = responseTime >= thresholds.degraded.responseTime;
  const slow = isSlow
    ? Math.min(before.slow_checks + 1, recoveryChecks)
    : Math.max(before.slow_checks - 1, 0);
  const isWell = passes >= recoveryChecks;
  const errorRate = isWell ? 0 : 1 / recoveryChecks;
  const health = isWell ? healthOf({ responseTime, errorRate }) : 'degraded';
  const wait = checkInterval(health);
  return {
    change: {
      lifecycle: before.lifecycle === 'error' ? 'active' : before.lifecycle,
      connection: before.connection === 'syncing' ? 'syncing' : 'connected',
      ever_connected: true,
      error_count: 0,
      error_type: null,
      reason: null,
      health,
      response_time: responseTime,
      error_rate: errorRate,
      passes,
      slow_checks: slow,
      check_interval: wait,
    },
    raise: slow >= recoveryChecks && isSlow ? [slowAlert(responseTime)] : [],
    resolve: [
      ...(isWell ? (['connectivity', 'quota_exceeded', 'error_rate'] as const) : []),
      ...(slow === 0 ? (['response_time'] as const) : []),
    ],
    wait,
  };
}

function slowAlert(responseTime: number): AlertDraft {
  const seconds = (responseTime / 1_000).toFixed(1);
  const message = `Responses take ${seconds} s.`;
  return { type: 'response_time', severity: 'medium', message };
}

function fail(
  before: Before,
  { responseTime, error }: ProbeResult & { passed: false },
): CheckOutcome {
  const { type, message } = error;
  const needsPerson = type === 'authentication_error' || type === 'authorization_error';
  const isInUse = before.lifecycle === 'active' || before.lifecycle === 'error';
  const wait = error.retryable
    ? Math.max(error.retryAfter ?? retryWaitSeconds, checkInterval('unhealthy'))
    : personFixWaitSeconds;
  const isQuota = type === 'quota_error' || type === 'rate_limit_error';
  return {
    change: {
      lifecycle: needsPerson && isInUse ? 'error' : before.lifecycle,
      connection: 'error',
      error_count: before.error_count + 1,
      error_type: type,
      reason: message,
      health: 'unhealthy',
      response_time: responseTime,
      error_rate: 1,
      passes: 0,
      check_interval: wait,
    },
    raise: [
      {
        type: 'connectivity',
        severity: 'high',
        message: `Health check failed: ${message}`,
      },
      ...(isQuota
        ? [{ type: 'quota_exceeded' as const, severity: 'medium' as const, message }]
        : []),
    ],
    resolve: [],
    wait,
  };
}
