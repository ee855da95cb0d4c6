import type { Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Environment } from '../answer.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import type { Integrations } from '../integrations/integrations.ts';
import { readBytes } from '../middleware/jsonBody.ts';
import { findProvider } from '../providers/index.ts';
import { findReceiver, keepReceived } from '../queries/receivedEvents.ts';
import { isUuid } from '../uuid.ts';

/** Relative to the base URL. `{id}`: of the integration, or of the tenant that has one of it. */
export const inboundPath = 'webhooks/{provider}/{id}';

/** Bytes; SendGrid sends many events at once. */
const largest = 1024 * 1024;

interface ReceiveDeps {
  kysely: Kysely<Schema>;
  integrations: Integrations;
  onWritten(): void;
}

/** Takes what providers send, keeps it, and answers; it is worked off in the background. */
export function addInbound(app: Hono<Environment>, basePath: string, deps: ReceiveDeps): void {
  const { kysely, integrations, onWritten } = deps;
  const path = basePath + inboundPath.replaceAll(/\{(\w+)\}/g, ':$1');
  app.post(path, async (c) => {
    const [provider = '', id = ''] = [c.req.param('provider'), c.req.param('id')];
    const { inbound } = findProvider(provider) ?? {};
    if (inbound === undefined || !isUuid(id)) return answer(c, 404, 'No such webhook');
    const body = Buffer.from(await readBytes(c.req.raw, largest));
    const place = await inScope(kysely, { actor: 'worker' }, (trx) =>
      findReceiver(trx, { provider, id }),
    );
    // An address that leads nowhere is told from a wrong signature by nobody.
    const credentials = place && (await integrations.webhookCredentials(provider, place));
    const received = await inbound.receive(credentials ?? {}, {
      method: c.req.method,
      url: integrations.publicAddress(c.req.url),
      headers: c.req.raw.headers,
      body,
      now: Date.now(),
    });
    if (received === 'missing') return answer(c, 400, 'Missing signature');
    if (received === 'invalid' || place === undefined) return answer(c, 400, 'Invalid signature');
    if (received.answer !== undefined) return c.json(received.answer);
    const { tenantId, integrationId } = place;
    const added = await inScope(kysely, { actor: 'worker', tenantId }, (trx) =>
      keepReceived(trx, integrationId, received.events),
    );
    if (added === 0) return answer(c, 200, 'duplicate event');
    onWritten();
    return answer(c, 200);
  });
}

function answer(c: Context<Environment>, status: 200 | 400 | 404, message?: string): Response {
  const words = { status: status === 200 ? 'success' : 'error' };
  return c.json(message === undefined ? words : { ...words, message }, status);
}
