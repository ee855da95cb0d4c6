import * as z from 'zod/mini';
import { ask } from '../ask/ask.ts';
import { defineProvider, secret } from '../ask/provider.ts';

export const pipedrive = defineProvider({
  id: 'pipedrive',
  baseUrl: 'https://api.pipedrive.com',
  credentials: z.object({ api_token: secret }),
  probe: ({ api_token }, reach) =>
    ask(reach, 'v1/users/me', {
      headers: { 'x-api-token': api_token },
      expects: z.object({ success: z.literal(true) }),
    }),
});
