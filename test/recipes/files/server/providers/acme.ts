import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { asJson, hmac, isSame } from '../base/signatures.ts';
import { outcomeOf } from '../db/outcome.ts';
import { acmeDesk } from '../desks/acme/acmeDesk.ts';

const Event = z.object({
  id: z.string(),
  ticket: z.optional(z.string()),
  bounced: z.optional(z.string()),
});

/** A system with an API token, which is a help desk and sends mails. */
export const acme = defineProvider({
  id: 'acme',
  baseUrl: 'https://api.acme.example',
  credentials: z.object({ api_token: secret, webhook_secret: z.optional(secret) }),
  inbound: defineInbound(
    z.object({ webhook_secret: secret }),
    ({ webhook_secret }, { headers, body }) => {
      const signature = headers.get('X-Acme-Signature');
      if (signature === null) return 'missing';
      if (!isSame(hmac(webhook_secret, body), signature, 'hex')) return 'invalid';
      const event = z.safeParse(Event, asJson(body));
      if (!event.success) return 'invalid';
      const { id, ticket, bounced } = event.data;
      const mail = outcomeOf(bounced, 'bounced', 'The mailbox does not exist.');
      return {
        events: [{ id, type: 'changed', payload: event.data, mail, ...(ticket && { ticket }) }],
      };
    },
  ),
  desk: acmeDesk,
  probe: ({ api_token }, endpoint) =>
    requestJson(endpoint, 'v1/me', {
      headers: bearer(api_token),
      expects: z.object({ id: z.string() }),
    }),
});
