import * as z from 'zod/mini';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/** Needs a key of the App API. EU accounts need the base URL https://api-eu.customer.io. */
export const customerio = defineProvider({
  id: 'customerio',
  baseUrl: 'https://api.customer.io',
  credentials: z.object({ app_api_key: secret }),
  probe: ({ app_api_key }, endpoint) =>
    requestJson(endpoint, 'v1/workspaces', {
      headers: bearer(app_api_key),
      expects: z.object({ workspaces: z.array(z.unknown()) }),
    }),
});
