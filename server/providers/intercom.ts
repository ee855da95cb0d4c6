import * as z from 'zod/mini';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

export const intercom = defineProvider({
  id: 'intercom',
  baseUrl: 'https://api.intercom.io',
  credentials: z.object({ access_token: secret }),
  probe: ({ access_token }, endpoint) =>
    requestJson(endpoint, 'me', {
      headers: { ...bearer(access_token), 'Intercom-Version': '2.11' },
      expects: z.object({ type: z.literal('admin') }),
    }),
});
