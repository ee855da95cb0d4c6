import type { Fetch } from '../../server/index.ts';
import { agentEndpoints } from '../../src/contract/index.ts';
import { callApi, openAgentSession } from './callApi.ts';
import { endedToken } from './standIns.ts';

const { upsertIntegration, reportIntegration } = agentEndpoints;
const { listIncidents, openIncident, updateIncident, planMaintenance } = agentEndpoints;

/** Credentials of integrations that the backend checks, at the stand-ins. */
const credentials: Record<string, Record<string, string>> = {
  hubspot: { access_token: endedToken },
  stripe: { secret_key: 'rk_demo' },
  mailgun: { api_key: 'demo', domain: 'mail.northwind.example' },
  google: { access_token: 'demo' },
  posthog: { personal_api_key: 'demo', project_id: '1' },
  slack: { bot_token: 'demo' },
  intercom: { access_token: 'demo' },
  pipedrive: { api_token: 'demo' },
};

const good = {
  connection: { state: 'connected' },
  health: { state: 'healthy', responseTime: 180, errorRate: 0 },
};
const failed = {
  lifecycle: 'error',
  connection: { state: 'error' },
  health: { state: 'unhealthy', errorRate: 1 },
};
const found: Record<string, unknown> = {
  hubspot: { ...failed, error_type: 'authentication_error' },
  stripe: { ...failed, error_type: 'api_error' },
  mailgun: { ...good, health: { state: 'degraded', responseTime: 2_200, errorRate: 0 } },
};

/** Integrations whose state the host's backend reports. */
const reported = [
  { provider: 'salesforce' },
  { provider: 'paypal' },
  { provider: 'segment' },
  {
    provider: 'mandrill',
    name: 'Mandrill',
    category: 'email_service',
    lifecycle: 'deprecated',
    migrate_url: 'https://help.penguinmails.com/move-from-mandrill',
  },
];

/**
 * Creates twelve integrations in all nine states. It runs at every start, because the port may have
 * changed.
 */
export async function seedIntegrations(api: Fetch, origin: string): Promise<void> {
  const ids: Record<string, string> = {};
  for (const one of reported) {
    ids[one.provider] = (await callApi(api, upsertIntegration, { body: one })).id;
  }
  for (const provider of Object.keys(credentials)) {
    ids[provider] = await checkNow(api, origin, provider);
  }
  // Sets the state that the first checks will find, so that no one has to wait for them.
  for (const provider of Object.keys(credentials)) {
    const id = ids[provider] ?? '';
    await callApi(api, reportIntegration, { id, body: found[provider] ?? good });
  }
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const report = (provider: string, body: unknown) =>
    callApi(api, reportIntegration, { id: ids[provider] ?? '', body });
  await report('salesforce', {
    connection: { state: 'syncing' },
    health: { state: 'healthy', responseTime: 310, errorRate: 0 },
    sync: {
      started_at: minutesAgo(9),
      finished_at: minutesAgo(8),
      status: 'succeeded',
      records: { accounts: 120, contacts: 1_204, engagements: 87 },
    },
  });
  await report('pipedrive', {
    sync: {
      started_at: minutesAgo(31),
      finished_at: minutesAgo(30),
      status: 'succeeded',
      records: { accounts: 12, contacts: 96, engagements: 240 },
    },
  });
  await report('segment', { connection: { state: 'connected' } });
  await report('hubspot', {
    connection: { data_synced: { accounts: 410, contacts: 12_480, engagements: 9_300 } },
    sync: {
      started_at: minutesAgo(40),
      finished_at: minutesAgo(39),
      status: 'succeeded',
      records: { accounts: 4, contacts: 38, engagements: 112 },
    },
  });
  const { token } = await openAgentSession(api);
  const { maintenance } = await callApi(api, listIncidents, { token });
  if (maintenance.some(({ integrations }) => integrations.includes(ids.posthog ?? ''))) return;
  await callApi(api, planMaintenance, {
    token,
    body: {
      title: 'PostHog is moved to new machines',
      description: 'Events wait and arrive later.',
      integrations: [ids.posthog],
      starts_at: minutesAgo(5),
      ends_at: new Date(Date.now() + 24 * 3_600_000).toISOString(),
    },
  });
}

/** Saves its credentials again, so that it is checked immediately. */
export async function checkNow(api: Fetch, origin: string, provider: string): Promise<string> {
  const body = {
    provider,
    credentials: credentials[provider],
    base_url: `${origin}/stand-ins/${provider}`,
  };
  return (await callApi(api, upsertIntegration, { body })).id;
}

/** Opens an incident, or ends the open ones. */
export async function setIncident(api: Fetch, isOpen: boolean): Promise<void> {
  const { token } = await openAgentSession(api);
  if (isOpen) {
    const message = 'Mails still go out, some minutes late. The next update comes in half an hour.';
    const body = { title: 'Sending is slower than usual', severity: 'medium', message };
    await callApi(api, openIncident, { token, body });
    return;
  }
  const { incidents } = await callApi(api, listIncidents, { token });
  for (const { id, status } of incidents) {
    const body = { status: 'resolved', message: 'Mails go out at once again.' };
    if (status !== 'resolved') await callApi(api, updateIncident, { token, id, body });
  }
}
