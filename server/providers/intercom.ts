import * as z from 'zod/mini';
import { ask } from '../ask/ask.ts';
import { bearer, defineProvider, secret } from '../ask/provider.ts';

export const intercom = defineProvider({
  id: 'intercom',
  baseUrl: 'https://api.intercom.io',
  credentials: z.object({ access_token: secret }),
  probe: ({ access_token }, reach) =>
    ask(reach, 'me', {
      headers: { ...bearer(access_token), 'Intercom-Version': '2.11' },
      expects: z.object({ type: z.literal('admin') }),
    }),
});
