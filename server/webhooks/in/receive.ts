import type { Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Attachments } from '../../attachments/attachments.ts';
import { storeMailFiles } from '../../attachments/mailFiles.ts';
import { codeOf } from '../../base/errorCode.ts';
import { inboundPath } from '../../base/paths.ts';
import { isUuid } from '../../base/uuid.ts';
import type { Integrations } from '../../connections/integrations.ts';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import type { Environment } from '../../http/envelope.ts';
import { readBytes } from '../../http/jsonBody.ts';
import { cacheKeys } from '../../http/keyCache.ts';
import { findProvider } from '../../providers/index.ts';
import { findReceiver } from '../../queries/receivedEvents.ts';
import { createIntake, type IntakeEvent } from './intake.ts';

const missing = 'Missing signature. Set the signing secret of the webhook at the sender.';
const invalid =
  'Invalid signature. Enter the current signing secret of the webhook in the integration.';

/**
 * Maximum size in bytes, because SendGrid sends many events in one request. Requests with mails can
 * have 25 to 30 MB including files.
 */
const maxBodyBytes = 1024 * 1024;
const maxMailBytes = 40 * maxBodyBytes;
/** SQLSTATE code of Postgres. */
const foreignKeyViolation = '23503';

interface ReceiveDeps {
  kysely: Kysely<Schema>;
  integrations: Integrations;
  /** Stores the files of mails. */
  files: Attachments;
  /** Time for which an integration's signing secret is cached. */
  keyCacheMs: number;
  onReceived(): void;
}

/**
 * Receives the events of providers, stores them and responds. They are processed in the background.
 */
export function addInbound(app: Hono<Environment>, basePath: string, deps: ReceiveDeps): void {
  const { kysely, integrations, files, onReceived } = deps;
  const cache = cacheKeys(async (key) => {
    const [provider = '', id = ''] = key.split(' ');
    const place = await inScope(kysely, { actor: 'worker' }, (trx) =>
      findReceiver(trx, { provider, id }),
    );
    if (place === undefined) return undefined;
    return { ...place, credentials: await integrations.webhookCredentials(provider, place) };
  }, deps.keyCacheMs);
  const keep = createIntake(kysely);
  const path = basePath + inboundPath.replaceAll(/\{(\w+)\}/g, ':$1');
  app.post(path, async (c) => {
    const [provider = '', id = ''] = [c.req.param('provider'), c.req.param('id')];
    const { inbound } = findProvider(provider) ?? {};
    if (inbound === undefined || !isUuid(id)) return respond(c, 404, 'No such webhook');
    const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(
      c.req.header('Content-Type') ?? '',
    );
    const body = Buffer.from(await readBytes(c.req.raw, isForm ? maxMailBytes : maxBodyBytes));
    // Unknown ids and bad signatures get the same response, so that ids cannot be probed.
    const receiver = await cache.find(`${provider} ${id}`);
    const received = await inbound.receive(receiver?.credentials ?? {}, {
      method: c.req.method,
      url: integrations.publicAddress(c.req.url),
      headers: c.req.raw.headers,
      body,
      now: Date.now(),
    });
    if (received === 'missing') return respond(c, 400, missing);
    if (received === 'invalid' || receiver === undefined) return respond(c, 400, invalid);
    if (received.response !== undefined) return c.json(received.response);
    const { tenantId, integrationId, mode } = receiver;
    const events: IntakeEvent[] = [];
    for (const event of received.events) {
      const sent = event.received?.files ?? [];
      const storedFiles = await storeMailFiles({ db: kysely, files, tenantId }, sent);
      events.push(sent.length === 0 ? event : { ...event, storedFiles });
    }
    const added = await keep({ tenantId, integrationId, mode }, events).catch((error: unknown) => {
      if (codeOf(error) === foreignKeyViolation) return undefined; // it was removed in the meantime
      throw error;
    });
    if (added === undefined) return respond(c, 400, invalid);
    if (added > 0) onReceived();
    const { acknowledge } = received;
    if (acknowledge) return c.body(acknowledge.body, 200, { 'Content-Type': acknowledge.type });
    return respond(c, 200, added === 0 ? 'duplicate event' : undefined);
  });
}

function respond(c: Context<Environment>, status: 200 | 400 | 404, message?: string): Response {
  const words = { status: status === 200 ? 'success' : 'error' };
  return c.json(message === undefined ? words : { ...words, message }, status);
}
