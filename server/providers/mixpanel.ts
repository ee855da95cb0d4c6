import * as z from 'zod/mini';
import { basic, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/** Needs a service account. */
export const mixpanel = defineProvider({
  id: 'mixpanel',
  baseUrl: 'https://mixpanel.com',
  credentials: z.object({ username: secret, secret }),
  probe: ({ username, secret: password }, endpoint) =>
    requestJson(endpoint, 'api/app/me', {
      headers: basic(username, password),
      expects: z.object({ status: z.literal('ok') }),
    }),
});
