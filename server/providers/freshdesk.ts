import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { basic, defineProvider, hostLabel, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { asJson, hmac, isSame } from '../base/signatures.ts';
import { freshdeskDesk } from '../desks/freshdesk/freshdeskDesk.ts';

const Event = z.object({ ticket_id: z.union([z.string(), z.number()]) });

/**
 * Receives the webhook of an automation rule. Freshdesk signs nothing, but sends custom headers:
 * https://support.freshdesk.com/support/solutions/articles/132589-using-webhooks-in-automation-rules
 * `X-Webhook-Secret` has to be `webhook_secret`. A replayed request only causes the ticket to be read
 * again, and the body contains nothing but its id.
 */
const inbound = defineInbound(
  z.object({ webhook_secret: secret }),
  ({ webhook_secret }, { headers, body }) => {
    const received = headers.get('X-Webhook-Secret');
    if (received === null) return 'missing';
    const expected = hmac(webhook_secret, webhook_secret);
    if (!isSame(expected, hmac(webhook_secret, received).toString('hex'), 'hex')) return 'invalid';
    const event = z.safeParse(Event, asJson(body));
    if (!event.success) return 'invalid';
    const ticket = String(event.data.ticket_id);
    // Requests have no id of their own, and each can report another change.
    return { events: [{ id: randomUUID(), type: 'ticket', payload: { ticket }, ticket }] };
  },
);

/** As the help desk it needs the API key of an agent, and a secret for the webhook. */
export const freshdesk = defineProvider({
  id: 'freshdesk',
  baseUrl: ({ subdomain }) => `https://${subdomain}.freshdesk.com`,
  credentials: z.object({
    subdomain: hostLabel,
    api_key: secret,
    webhook_secret: z.optional(secret),
  }),
  inbound,
  desk: freshdeskDesk,
  probe: ({ api_key }, endpoint) =>
    requestJson(endpoint, 'api/v2/agents/me', {
      headers: basic(api_key, 'X'),
      expects: z.object({ id: z.number() }),
    }),
});
