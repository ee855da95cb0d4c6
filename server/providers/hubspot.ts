import * as z from 'zod/mini';
import { ask } from './ask.ts';
import { bearer, defineProvider, secret } from './provider.ts';

const Refusal = z.object({ policyName: z.string() });

/** A token of OAuth or of a private app. */
export const hubspot = defineProvider({
  id: 'hubspot',
  baseUrl: 'https://api.hubapi.com',
  credentials: z.object({ access_token: secret, client_secret: z.optional(secret) }),
  oauth: {
    issuer: 'https://app.hubspot.com',
    authorization: 'https://app.hubspot.com/oauth/authorize',
    token: 'https://api.hubapi.com/oauth/v1/token',
    revocation: 'https://api.hubapi.com/oauth/v1/refresh-tokens/{token}',
    scopes: ['oauth', 'crm.objects.contacts.read', 'crm.objects.contacts.write', 'content'],
  },
  probe: ({ access_token }, reach) =>
    ask(reach, 'account-info/v3/details', {
      headers: bearer(access_token),
      expects: z.object({ portalId: z.number() }),
      // The limit of a day is a quota, that of ten seconds is not.
      explain: ({ status, body }) => {
        const refusal = z.safeParse(Refusal, body);
        return status === 429 && refusal.success && refusal.data.policyName === 'DAILY'
          ? 'quota_error'
          : undefined;
      },
    }),
});
