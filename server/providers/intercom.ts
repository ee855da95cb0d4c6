import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { asJson, isSame } from '../base/signatures.ts';
import { intercomDesk } from '../desks/intercom/intercomDesk.ts';
import { intercomHeaders } from '../desks/intercom/request.ts';

const Event = z.object({
  id: z.string(),
  topic: z.string(),
  data: z.object({ item: z.object({ type: z.string(), id: z.string() }) }),
});

/**
 * Receives notifications about conversations. Intercom signs them with SHA-1 and the client secret of
 * the app: https://developers.intercom.com/docs/webhooks/webhook-notifications
 * Only the id of the conversation is kept.
 */
const inbound = defineInbound(
  z.object({ client_secret: secret }),
  ({ client_secret }, { headers, body }) => {
    const signature = headers.get('X-Hub-Signature');
    if (signature === null) return 'missing';
    const expected = createHmac('sha1', client_secret).update(body).digest();
    if (!isSame(expected, signature.replace(/^sha1=/, ''), 'hex')) return 'invalid';
    const event = z.safeParse(Event, asJson(body));
    // Other notifications, such as the test of the address, have another form.
    if (!event.success) return { events: [] };
    const { id, topic, data } = event.data;
    const ticket = data.item.type === 'conversation' ? { ticket: data.item.id } : {};
    return { events: [{ id, type: topic, payload: ticket, ...ticket }] };
  },
);

/** As the help desk it needs the client secret of its app for notifications. */
export const intercom = defineProvider({
  id: 'intercom',
  baseUrl: 'https://api.intercom.io',
  credentials: z.object({ access_token: secret, client_secret: z.optional(secret) }),
  inbound,
  desk: intercomDesk,
  probe: (credentials, endpoint) =>
    requestJson(endpoint, 'me', {
      headers: intercomHeaders(credentials),
      expects: z.object({ type: z.literal('admin') }),
    }),
});
