import * as z from 'zod/mini';
import { ask } from '../ask/ask.ts';
import { defineProvider, hostName, secret } from '../ask/provider.ts';

export const okta = defineProvider({
  id: 'okta',
  baseUrl: ({ domain }) => `https://${domain}`,
  credentials: z.object({ domain: hostName, api_token: secret }),
  probe: ({ api_token }, reach) =>
    ask(reach, 'api/v1/org', {
      headers: { Authorization: `SSWS ${api_token}` },
      expects: z.object({ id: z.string() }),
    }),
});
