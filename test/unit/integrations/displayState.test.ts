import { expect, it } from 'vitest';
import {
  ConnectionState,
  HealthState,
  IntegrationErrorType,
  Lifecycle,
} from '../../../src/contract/integration.ts';
import {
  type DisplayState,
  displayState,
  displayStates,
  type Observed,
  worstState,
} from '../../../src/integrations/displayState.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const ago = (seconds: number) => new Date(now - seconds * 1_000).toISOString();
const intervalSeconds = 60;

function observed(
  lifecycle: Observed['lifecycle'],
  connection: Observed['connection']['state'],
  health: Observed['health']['state'],
  more: { never?: boolean; lastCheck?: string | null; error?: Observed['error_type'] } = {},
): Observed {
  const { never = false, lastCheck = ago(10), error } = more;
  return {
    lifecycle,
    connection: { state: connection, ever_connected: !never },
    health: { state: health, lastCheck, interval: intervalSeconds },
    error_type: error,
  };
}

const auth = { error: 'authentication_error' } as const;

it.each<[DisplayState, Observed]>([
  ['action_needed', observed('error', 'error', 'unhealthy', auth)],
  ['action_needed', observed('error', 'error', 'healthy', { error: 'authorization_error' })],
  ['action_needed', observed('error', 'disconnected', 'unknown', auth)],
  ['down', observed('error', 'error', 'unhealthy')],
  ['degraded', observed('active', 'connected', 'degraded')],
  ['maintenance', observed('maintenance', 'error', 'unhealthy', auth)],
  ['syncing', observed('active', 'syncing', 'healthy')],
  ['ok', observed('active', 'connected', 'healthy')],
  ['off', observed('inactive', 'disconnected', 'unknown', { never: true, lastCheck: null })],
  ['retired', observed('deprecated', 'connected', 'healthy')],
  ['unknown', observed('active', 'connected', 'healthy', { lastCheck: null })],
  ['unknown', observed('active', 'connected', 'healthy', { lastCheck: ago(181) })],
])('a row of the table: %s', (expected, integration) => {
  expect(displayState(integration, now)).toBe(expected);
});

it('a check is valid for exactly three intervals', () => {
  const at = (seconds: number) =>
    displayState(observed('active', 'connected', 'healthy', { lastCheck: ago(seconds) }), now);
  expect([at(180), at(180.001)]).toEqual(['ok', 'unknown']);
});

/** Returns the state of each input on its own. The worst of them must be shown. */
function votes(of: Observed): DisplayState[] {
  const { lifecycle, connection, error_type } = of;
  if (lifecycle === 'maintenance') return ['maintenance'];
  if (lifecycle === 'deprecated') return ['retired'];
  const person = error_type === 'authentication_error' || error_type === 'authorization_error';
  const broken: DisplayState = person ? 'action_needed' : 'down';
  const found: DisplayState[] = [];
  if (lifecycle === 'error') found.push(broken);
  if (lifecycle === 'inactive') found.push('off');
  if (connection.state === 'error') found.push(broken);
  if (connection.state === 'disconnected') {
    found.push(connection.ever_connected ? 'action_needed' : 'off');
    return found; // nothing is connected, so there is no health
  }
  const stale = of.health.lastCheck === null || Date.parse(of.health.lastCheck) < now - 180_000;
  const health = stale ? 'unknown' : of.health.state;
  if (health === 'unhealthy') found.push('down');
  if (health === 'degraded') found.push('degraded');
  if (health === 'unknown') found.push('unknown');
  if (health === 'healthy' && connection.state === 'syncing') found.push('syncing');
  if (health === 'healthy' && lifecycle === 'active') found.push('ok');
  return found;
}

it('in every combination the worst wins', () => {
  let combinations = 0;
  for (const lifecycle of Lifecycle.options) {
    for (const connection of ConnectionState.options) {
      for (const never of [true, false]) {
        for (const health of HealthState.options) {
          for (const lastCheck of [null, ago(0), ago(179), ago(181), ago(1e6)]) {
            for (const error of [undefined, ...IntegrationErrorType.options]) {
              const one = observed(lifecycle, connection, health, { never, lastCheck, error });
              // Without a vote, the integration must be switched off: a healthy and connected one
              // always has a vote.
              const expected = worstState(votes(one)) ?? 'off';
              expect(displayState(one, now), JSON.stringify(one)).toBe(expected);
              combinations += 1;
            }
          }
        }
      }
    }
  }
  expect(combinations).toBe(5 * 4 * 2 * 4 * 5 * 9);
});

it('the worst of many comes first in the table; undefined for an empty list', () => {
  expect(worstState(['ok', 'degraded', 'unknown'])).toBe('degraded');
  expect(worstState([...displayStates].reverse())).toBe('action_needed');
  expect(worstState([])).toBeUndefined();
});
