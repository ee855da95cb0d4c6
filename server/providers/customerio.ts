import * as z from 'zod/mini';
import { ask } from '../ask/ask.ts';
import { bearer, defineProvider, secret } from '../ask/provider.ts';

/** Needs a key of the App API. EU accounts need the base URL https://api-eu.customer.io. */
export const customerio = defineProvider({
  id: 'customerio',
  baseUrl: 'https://api.customer.io',
  credentials: z.object({ app_api_key: secret }),
  probe: ({ app_api_key }, reach) =>
    ask(reach, 'v1/workspaces', {
      headers: bearer(app_api_key),
      expects: z.object({ workspaces: z.array(z.unknown()) }),
    }),
});
