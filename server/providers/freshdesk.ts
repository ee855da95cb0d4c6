import * as z from 'zod/mini';
import { basic, defineProvider, hostLabel, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

export const freshdesk = defineProvider({
  id: 'freshdesk',
  baseUrl: ({ subdomain }) => `https://${subdomain}.freshdesk.com`,
  credentials: z.object({ subdomain: hostLabel, api_key: secret }),
  probe: ({ api_key }, endpoint) =>
    requestJson(endpoint, 'api/v2/agents/me', {
      headers: basic(api_key, 'X'),
      expects: z.object({ id: z.number() }),
    }),
});
