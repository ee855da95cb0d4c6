import * as z from 'zod/mini';
import { defineProvider, hostName, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/** Needs a machine-to-machine application that can use the Management API. */
export const auth0 = defineProvider({
  id: 'auth0',
  baseUrl: ({ domain }) => `https://${domain}`,
  credentials: z.object({ domain: hostName, client_id: secret, client_secret: secret }),
  probe: ({ domain, client_id, client_secret }, endpoint) =>
    requestJson(endpoint, 'oauth/token', {
      method: 'POST',
      json: {
        grant_type: 'client_credentials',
        client_id,
        client_secret,
        audience: `https://${domain}/api/v2/`,
      },
      expects: z.object({ access_token: z.string() }),
    }),
});
