import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { secret } from '../ask/provider.ts';
import { asJson, hmac, isFresh, isSame } from '../base/signatures.ts';

const Event = z.object({
  id: z.string(),
  type: z.string(),
  detail: z.object({ id: z.union([z.string(), z.number()]) }),
});

/**
 * Receives the ticket events of a webhook. `webhook_secret` is its signing secret:
 * https://developer.zendesk.com/documentation/webhooks/verifying/
 * Only the ids are kept, because the ticket is read from Zendesk afterwards:
 * https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events/
 */
export const zendeskInbound = defineInbound(
  z.object({ webhook_secret: secret }),
  ({ webhook_secret }, { headers, body, now }) => {
    const signature = headers.get('X-Zendesk-Webhook-Signature');
    const timestamp = headers.get('X-Zendesk-Webhook-Signature-Timestamp');
    if (signature === null || timestamp === null) return 'missing';
    const isGood = isSame(hmac(webhook_secret, timestamp, body), signature, 'base64');
    if (!isGood || !isFresh(Date.parse(timestamp) / 1_000, now)) return 'invalid';
    const event = z.safeParse(Event, asJson(body));
    // A test of the webhook in Zendesk, or an event of users, has another form.
    if (!event.success) return { events: [] };
    const { id, type, detail } = event.data;
    const isOfTicket = type.startsWith('zen:event-type:ticket.');
    const ticket = isOfTicket ? { ticket: String(detail.id) } : {};
    return { events: [{ id, type, payload: ticket, ...ticket }] };
  },
);
