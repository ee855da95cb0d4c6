import type { IntegrationStatus } from '../contract/integration.ts';
import { isSafeUrl } from '../contract/limits.ts';

type Connection = IntegrationStatus['connection'];
type Health = Omit<IntegrationStatus['health'], 'metrics'> & {
  metrics: Partial<IntegrationStatus['health']['metrics']>;
};

/**
 * What a page tells of an integration by itself, in the words of the API; all but `id` and `name` may
 * be left out. A health without a time of its check counts as checked now.
 */
export interface GivenIntegration
  extends Partial<Omit<IntegrationStatus, 'id' | 'name' | 'connection' | 'health'>> {
  id: string;
  name: string;
  connection?: Partial<Connection>;
  health?: Partial<Health>;
}

export function completed(given: GivenIntegration): IntegrationStatus {
  const { id, name, connection = {}, health = {}, docs_url, migrate_url, ...rest } = given;
  const { metrics, ...found } = health;
  return {
    provider: id,
    category: 'support',
    lifecycle: 'active',
    can_reconnect: false,
    ...rest,
    id,
    name,
    connection: {
      state: 'connected',
      last_sync: null,
      sync_frequency: null,
      error_count: 0,
      data_synced: { accounts: 0, contacts: 0, engagements: 0 },
      ever_connected: (connection.state ?? 'connected') !== 'disconnected',
      ...connection,
    },
    health: {
      state: 'unknown',
      lastCheck: health.state === undefined ? null : new Date().toISOString(),
      responseTime: null,
      errorRate: null,
      alerts: [],
      interval: 300,
      ...found,
      metrics: {
        requestsTotal: 0,
        requestsSuccessful: 0,
        requestsFailed: 0,
        averageResponseTime: null,
        uptimePercentage: null,
        ...metrics,
      },
    },
    ...(docs_url && isSafeUrl(docs_url) && { docs_url }),
    ...(migrate_url && isSafeUrl(migrate_url) && { migrate_url }),
  };
}
