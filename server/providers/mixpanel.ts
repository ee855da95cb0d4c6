import * as z from 'zod/mini';
import { ask } from '../ask/ask.ts';
import { basic, defineProvider, secret } from '../ask/provider.ts';

/** Needs a service account. */
export const mixpanel = defineProvider({
  id: 'mixpanel',
  baseUrl: 'https://mixpanel.com',
  credentials: z.object({ username: secret, secret }),
  probe: ({ username, secret: password }, reach) =>
    ask(reach, 'api/app/me', {
      headers: basic(username, password),
      expects: z.object({ status: z.literal('ok') }),
    }),
});
