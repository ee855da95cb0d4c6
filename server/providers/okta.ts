import * as z from 'zod/mini';
import { defineProvider, hostName, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

export const okta = defineProvider({
  id: 'okta',
  baseUrl: ({ domain }) => `https://${domain}`,
  credentials: z.object({ domain: hostName, api_token: secret }),
  probe: ({ api_token }, endpoint) =>
    requestJson(endpoint, 'api/v1/org', {
      headers: { Authorization: `SSWS ${api_token}` },
      expects: z.object({ id: z.string() }),
    }),
});
