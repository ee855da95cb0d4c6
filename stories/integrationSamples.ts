import type { Incident, IntegrationStatus } from '../src/contract/integration.ts';
import { completed, type IntegrationInput } from '../src/integrations/integrationInput.ts';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const checked = (state: 'healthy' | 'degraded' | 'unhealthy', minutes: number) => ({
  state,
  lastCheck: minutesAgo(minutes),
  responseTime: state === 'degraded' ? 2_400 : 310,
  errorRate: state === 'unhealthy' ? 1 : 0,
  metrics: { uptimePercentage: 99.82 },
});

const given: readonly IntegrationInput[] = [
  {
    id: 'hubspot',
    name: 'HubSpot',
    category: 'crm',
    lifecycle: 'error',
    connection: {
      state: 'error',
      last_sync: minutesAgo(90),
      data_synced: { accounts: 410, contacts: 12_480, engagements: 9_300 },
    },
    health: checked('unhealthy', 1),
    error_type: 'authentication_error',
    can_reconnect: true,
  },
  {
    id: 'stripe',
    name: 'Stripe',
    category: 'payment_processor',
    lifecycle: 'error',
    connection: { state: 'error' },
    health: checked('unhealthy', 2),
    error_type: 'api_error',
  },
  { id: 'mailgun', name: 'Mailgun', category: 'email_service', health: checked('degraded', 1) },
  {
    id: 'posthog',
    name: 'PostHog',
    category: 'analytics',
    lifecycle: 'maintenance',
    health: checked('healthy', 1),
  },
  {
    id: 'salesforce',
    name: 'Salesforce',
    category: 'crm',
    connection: { state: 'syncing', last_sync: minutesAgo(1) },
    health: checked('healthy', 1),
  },
  { id: 'google', name: 'Google', category: 'email_service', health: checked('healthy', 3) },
  {
    id: 'paypal',
    name: 'PayPal',
    category: 'payment_processor',
    connection: { state: 'disconnected' },
    can_reconnect: true,
  },
  {
    id: 'mandrill',
    name: 'Mandrill',
    category: 'email_service',
    lifecycle: 'deprecated',
    migrate_url: 'https://help.acme.example/mandrill',
  },
  { id: 'segment', name: 'Segment', category: 'analytics' },
];

/** One integration in each state. */
export const integrations: readonly IntegrationStatus[] = given.map(completed);

export const incident: Incident = {
  id: 'incident-1',
  title: 'Sending is slower than usual',
  severity: 'medium',
  status: 'identified',
  integrations: [],
  started_at: minutesAgo(80),
  resolved_at: null,
  updates: [{ status: 'identified', message: 'Mails go out late.', created_at: minutesAgo(20) }],
};

/** Returns a month of uptime that starts in the middle. A bad one has two days with errors. */
function aMonth(isBad: boolean) {
  const shares: Record<number, number> = isBad ? { 17: 97.2, 28: 99.6 } : {};
  const days = Array.from({ length: 30 }, (_, index) => ({
    date: minutesAgo((29 - index) * 24 * 60).slice(0, 10),
    uptimePercentage: index < 6 ? null : (shares[index] ?? 100),
  }));
  return { uptimePercentage: isBad ? 99.87 : 100, days };
}

/** Returns the history of one integration. */
export function aDay({ health }: IntegrationStatus) {
  const hours = Array.from({ length: 24 }, (_, index) => minutesAgo((23 - index) * 60));
  const isBad = health.state === 'degraded';
  const trend = (value: (hour: number) => number | null) =>
    hours.map((at, hour) => ({ at, value: value(hour) }));
  return {
    trends: {
      responseTime: trend((hour) => (isBad && hour > 18 ? 2_100 + hour * 12 : 300 + hour * 9)),
      errorRate: trend((hour) => (hour === 3 ? null : isBad && hour > 20 ? 0.004 : 0)),
      throughput: trend(() => 12),
    },
    uptime: aMonth(isBad),
    sync_log: [
      {
        id: 's1',
        started_at: minutesAgo(9),
        finished_at: minutesAgo(8),
        status: 'succeeded',
        records: { accounts: 12, contacts: 1_204, engagements: 0 },
        message: null,
      },
    ],
    alerts: [
      {
        id: 'a1',
        type: 'response_time',
        severity: 'medium',
        message: 'Answers take longer than 2 seconds.',
        timestamp: minutesAgo(70),
        resolved: false,
      },
    ],
    webhook_log: [
      {
        id: 'w1',
        type: 'delivered',
        received_at: minutesAgo(3),
        status: 'processed',
        message: null,
      },
    ],
  };
}
