import type { IntegrationErrorType, IntegrationStatus } from '../contract/integration.ts';

/** The states of a badge, worst first. */
export const displayStates = [
  'action_needed',
  'down',
  'degraded',
  'maintenance',
  'syncing',
  'ok',
  'off',
  'retired',
  'unknown',
] as const;
export type DisplayState = (typeof displayStates)[number];

/** The inputs of the state. */
export interface Observed {
  lifecycle: IntegrationStatus['lifecycle'];
  connection: Pick<IntegrationStatus['connection'], 'state' | 'ever_connected'>;
  health: Pick<IntegrationStatus['health'], 'state' | 'lastCheck' | 'interval'>;
  error_type?: IntegrationErrorType | undefined;
}

/** After this many intervals without a check the health is unknown. */
const staleAfterIntervals = 3;

/**
 * Computes one state from lifecycle, connection and health: the worst wins. Maintenance and
 * retirement are announced, so they override everything else. A system that was never connected is
 * off, whatever its health. A check that is too old counts as unknown.
 */
export function displayState(integration: Observed, now: number = Date.now()): DisplayState {
  const { lifecycle, connection, error_type } = integration;
  if (lifecycle === 'maintenance') return 'maintenance';
  if (lifecycle === 'deprecated') return 'retired';
  const isFailing = lifecycle === 'error' || connection.state === 'error';
  const isDisconnected = connection.state === 'disconnected';
  if (isFailing && needsPerson(error_type)) return 'action_needed';
  if (isDisconnected && connection.ever_connected) return 'action_needed';
  if (isFailing) return 'down';
  if (isDisconnected) return 'off';
  const health = isStale(integration.health, now) ? 'unknown' : integration.health.state;
  if (health === 'unhealthy') return 'down';
  if (health === 'degraded') return 'degraded';
  if (connection.state === 'syncing' && health === 'healthy') return 'syncing';
  if (lifecycle === 'inactive') return 'off';
  return health === 'healthy' ? 'ok' : 'unknown';
}

/** True if there is no check, or the last one is older than three intervals. */
export function isStale({ lastCheck, interval }: Observed['health'], now: number): boolean {
  return lastCheck === null || now - Date.parse(lastCheck) > staleAfterIntervals * interval * 1_000;
}

/** Returns whether only a new sign-in can fix the error. */
function needsPerson(error: IntegrationErrorType | undefined): boolean {
  return error === 'authentication_error' || error === 'authorization_error';
}

/** Returns the worst state, or undefined for an empty list. */
export function worstState(states: readonly DisplayState[]): DisplayState | undefined {
  return displayStates.find((state) => states.includes(state));
}
