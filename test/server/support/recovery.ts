import { sql } from 'kysely';
import type { Backend } from '../../../server/start/backend.ts';
import { finishConnect, startConnect } from '../../../src/contract/connect.ts';
import { checkIntegration, listIntegrations } from '../../../src/contract/integration.ts';
import { upsertIntegration } from '../../../src/contract/integrationAdmin.ts';
import { createWebhook } from '../../../src/contract/webhook.ts';
import { call } from './agent.ts';
import { headersOf } from './envelope.ts';
import { identitySecret, signedHeaders } from './identity.ts';
import type { Surroundings } from './surroundings.ts';
import { createTenant, newId } from './tenant.ts';
import { until } from './until.ts';

export const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

const org = { id: 'org_northwind', name: 'Northwind' };

/**
 * Connects a tenant with an organization whose HubSpot is healthy, a listening page of it, and a
 * team that is notified.
 */
export async function connectAll(backend: Backend, around: Surroundings) {
  const { app, database } = backend;
  const tenant = await createTenant(database.kysely, { identity_secrets: [identitySecret] });
  const page = { key: tenant.publishableKey, visitor: newId() };
  const headers = await signedHeaders({ org });
  const host = { key: tenant.secretKey };
  const { id } = await call(app, host, upsertIntegration, {
    body: { provider: 'hubspot', base_url: around.hubspot.url, organization_id: org.id },
  });
  await call(app, host, upsertIntegration, {
    body: {
      provider: 'slack',
      credentials: { bot_token: 'xoxb-1', channel: 'C1' },
      base_url: around.slack.url,
    },
  });
  await call(app, host, createWebhook, {
    body: {
      url: `${around.receiver.url}/hook`,
      secret: webhookSecret,
      events: [
        'integration.alert_raised',
        'integration.alert_resolved',
        'integration.status_changed',
      ],
      filters: { integration_id: [id] },
    },
  });
  /**
   * Signs in like a person: start, the provider's pages, and back to the page, which finishes with
   * its proof.
   */
  async function reconnect(): Promise<void> {
    const params = { provider: 'hubspot' };
    const query = { integration_id: id, return_to: 'https://app.acme.example/' };
    const { authorization_url, proof } = await call(app, page, startConnect, {
      params,
      query,
      headers,
    });
    const back = await around.signIn.visit(authorization_url, 'allow');
    const response = await app.request(back.pathname + back.search);
    const { searchParams } = new URL(response.headers.get('Location') ?? '');
    const receipt = searchParams.get('penguin_receipt') ?? '';
    const { outcome } = await call(app, page, finishConnect, {
      params,
      body: { proof, receipt },
      headers,
    });
    if (outcome !== 'connected') throw new Error(`Not connected: ${outcome}`);
  }
  const status = async () => {
    const { integrations } = await call(app, page, listIntegrations, { headers });
    const found = integrations.find((one) => one.id === id);
    if (found === undefined) throw new Error('The address is gone (410).');
    return found;
  };
  const check = () => call(app, page, checkIntegration, { params: { id }, headers });
  /** Simulates that the five minutes of a healthy system are over. */
  const makeDue = () =>
    sql`update support.integrations set next_check_at = now() - interval '1 second' where id = ${id}`.execute(
      database.kysely,
    );
  await reconnect();
  await check();
  await until(async () => (await status()).health.state === 'healthy');
  return {
    id,
    page,
    reconnect,
    status,
    check,
    makeDue,
    events: await follow(backend, { ...headersOf(page), ...headers }, id),
  };
}

/** Returns the events of a visitor's stream about an integration. */
async function follow({ app }: Backend, headers: Record<string, string>, id: string) {
  const response = await app.request('/v1/support/stream', { headers });
  const events: Record<string, unknown>[] = [];
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const text = decoder.decode(chunk, { stream: true });
      for (const [, data = ''] of text.matchAll(/^data: (.*)$/gm)) {
        const event = JSON.parse(data);
        if (event.integration_id === id) events.push(event);
      }
    }
  })();
  return events;
}

/** Milliseconds between the steps, as in `bench/recovery.mjs`. */
export type Timeline = Record<
  'break → detected' | 'detected → page' | 'detected → notice' | 'reconnect' | 'connected → green',
  number
>;

/** Runs everything from the rejected token to the green badge. */
export async function recover(
  around: Surroundings,
  connected: Awaited<ReturnType<typeof connectAll>>,
): Promise<Timeline> {
  const { status, makeDue, events, reconnect } = connected;
  const heard = events.length;
  const mailed = around.smtp.mails.length;
  const posted = () => around.slack.requests.filter(({ path }) => path === '/chat.postMessage');
  const notices = posted().length;
  const delivered = around.receiver.requests.length;
  const clock = () => performance.now();

  const { authorization = '' } = around.hubspot.requests.at(-1)?.headers ?? {};
  around.ended.add(authorization);
  const broken = clock();
  await makeDue();
  await until(async () => (await status()).health.alerts.length > 0);
  const detected = clock();
  const [page, notice] = await Promise.all([
    until(() => events.length > heard).then(clock),
    until(
      () =>
        around.smtp.mails.length > mailed &&
        posted().length > notices &&
        around.receiver.requests.length >= delivered + 2,
    ).then(clock),
  ]);
  const leaving = clock();
  await reconnect();
  const back = clock();
  await until(async () => {
    const { health, lifecycle } = await status();
    return lifecycle === 'active' && health.state === 'healthy' && health.alerts.length === 0;
  });
  return {
    'break → detected': detected - broken,
    'detected → page': Math.max(0, page - detected),
    'detected → notice': Math.max(0, notice - detected),
    reconnect: back - leaving,
    'connected → green': clock() - back,
  };
}
