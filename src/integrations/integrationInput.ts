import type { IntegrationStatus } from '../contract/integration.ts';
import { isSafeUrl } from '../contract/limits.ts';
import { momentIn, textIn } from '../core/textIn.ts';

const defaultStatus = {
  category: 'support',
  lifecycle: 'active',
  scope: 'account',
  can_manage: true,
  can_reconnect: false,
} as const satisfies Partial<IntegrationStatus>;

const defaultConnection: Connection = {
  state: 'connected',
  last_sync: null,
  sync_frequency: null,
  error_count: 0,
  data_synced: { accounts: 0, contacts: 0, engagements: 0 },
  ever_connected: true,
};

const defaultHealth: IntegrationStatus['health'] = {
  state: 'unknown',
  lastCheck: null,
  responseTime: null,
  errorRate: null,
  alerts: [],
  interval: 300,
  metrics: {
    requestsTotal: 0,
    requestsSuccessful: 0,
    requestsFailed: 0,
    averageResponseTime: null,
    uptimePercentage: null,
  },
};

type Connection = IntegrationStatus['connection'];
type Health = Omit<IntegrationStatus['health'], 'metrics'> & {
  metrics: Partial<IntegrationStatus['health']['metrics']>;
};

/**
 * An integration as the page reports it, with the fields of the API. Only `id` and `name` are
 * required. A health without the time of its check counts as checked now.
 */
export interface IntegrationInput
  extends Partial<Omit<IntegrationStatus, 'id' | 'name' | 'connection' | 'health'>> {
  id: string;
  name: string;
  connection?: Partial<Connection>;
  health?: Partial<Health>;
}

/** Returns a given integration as the backend would report it. Values of the wrong type are dropped; null means no value. */
export function completed(input: IntegrationInput): IntegrationStatus {
  const { id, name, provider, docs_url, migrate_url, error_type, reason } = input;
  const connection = filled(defaultConnection, input.connection);
  const health = filled(defaultHealth, input.health);
  const { ever_connected: everConnected } = Object(input.connection);
  const { state, lastCheck } = Object(input.health);
  const isCheckedNow = state !== undefined && lastCheck === undefined;
  return {
    ...filled(defaultStatus, input),
    provider: textIn(`provider of "${id}"`, provider) ?? id,
    id,
    name,
    connection: {
      ...connection,
      last_sync: momentIn(`last_sync of "${id}"`, connection.last_sync) ?? null,
      data_synced: filled(defaultConnection.data_synced, connection.data_synced),
      ever_connected:
        typeof everConnected === 'boolean' ? everConnected : connection.state !== 'disconnected',
    },
    health: {
      ...health,
      lastCheck: isCheckedNow
        ? new Date().toISOString()
        : (momentIn(`lastCheck of "${id}"`, lastCheck) ?? null),
      metrics: filled(defaultHealth.metrics, health.metrics),
    },
    ...(error_type && { error_type }),
    ...(typeof reason === 'string' && { reason }),
    ...(docs_url && isSafeUrl(docs_url) && { docs_url }),
    ...(migrate_url && isSafeUrl(migrate_url) && { migrate_url }),
  };
}

/** Returns the default values, replaced by values of `given` that have the same type. */
function filled<T extends object>(standard: T, input: unknown): T {
  const same = Object.entries(standard).filter(([name, value]) =>
    isLike(value, Object(input)[name]),
  );
  return { ...standard, ...Object.fromEntries(same.map(([name]) => [name, Object(input)[name]])) };
}

/** Null represents an unknown number or time. */
function isLike(standard: unknown, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (standard === null) return typeof value !== 'boolean';
  return typeof value === typeof standard && Array.isArray(value) === Array.isArray(standard);
}
