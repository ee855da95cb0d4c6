import * as z from 'zod/mini';
import { basic, defineProvider, hostLabel, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { zendeskDesk } from '../desks/zendesk/zendeskDesk.ts';
import { zendeskInbound } from './zendeskInbound.ts';

const Me = z.object({ user: z.object({ id: z.nullable(z.number()) }) });

/** As the help desk it needs an agent's address, and the signing secret of a webhook. */
export const zendesk = defineProvider({
  id: 'zendesk',
  baseUrl: ({ subdomain }) => `https://${subdomain}.zendesk.com`,
  credentials: z.object({
    subdomain: hostLabel,
    email: secret,
    api_token: secret,
    webhook_secret: z.optional(secret),
  }),
  inbound: zendeskInbound,
  desk: zendeskDesk,
  probe: ({ email, api_token }, endpoint) =>
    requestJson(endpoint, 'api/v2/users/me.json', {
      headers: basic(`${email}/token`, api_token),
      expects: Me,
      // Zendesk does not reject an unknown user, but treats it as anonymous.
      explain: ({ status, body }) => {
        const me = status === 200 ? z.safeParse(Me, body) : undefined;
        return me?.success && me.data.user.id === null ? 'authentication_error' : undefined;
      },
    }),
});
