import * as z from 'zod/mini';
import { defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

export const pipedrive = defineProvider({
  id: 'pipedrive',
  baseUrl: 'https://api.pipedrive.com',
  credentials: z.object({ api_token: secret }),
  probe: ({ api_token }, endpoint) =>
    requestJson(endpoint, 'v1/users/me', {
      headers: { 'x-api-token': api_token },
      expects: z.object({ success: z.literal(true) }),
    }),
});
