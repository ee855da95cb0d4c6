import * as z from 'zod/mini';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { salesforceInbound } from './salesforceInbound.ts';

const ErrorBody = z.array(z.object({ errorCode: z.string() }));
const Limit = z.object({ Max: z.number(), Remaining: z.number() });

/** `instance_url` comes with the token. It is the address of the organization's server. */
export const salesforce = defineProvider({
  id: 'salesforce',
  baseUrl: ({ instance_url }) => instance_url,
  credentials: z.object({
    access_token: secret,
    instance_url: z.string().check(z.regex(/^https:\/\//, { error: 'Must be an https address.' })),
    webhook_secret: z.optional(secret),
    outbound_token: z.optional(secret),
    organization_id: z.optional(secret),
  }),
  inbound: salesforceInbound,
  oauth: {
    issuer: 'https://login.salesforce.com',
    authorization: 'https://login.salesforce.com/services/oauth2/authorize',
    token: 'https://login.salesforce.com/services/oauth2/token',
    revocation: 'https://login.salesforce.com/services/oauth2/revoke',
    scopes: ['api', 'refresh_token'],
  },
  probe: ({ access_token }, endpoint) =>
    requestJson(endpoint, 'services/data/v61.0/limits', {
      headers: bearer(access_token),
      expects: z.object({ DailyApiRequests: Limit }),
      explain: ({ status, body }) => {
        const errorBody = z.safeParse(ErrorBody, body);
        const codes = errorBody.success ? errorBody.data.map(({ errorCode }) => errorCode) : [];
        return status === 403 && codes.includes('REQUEST_LIMIT_EXCEEDED')
          ? 'quota_error'
          : undefined;
      },
    }),
});
