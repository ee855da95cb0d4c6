import * as z from 'zod/mini';
import { defineProvider, hostLabel, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/** The probe asks the API about the key itself, which every key can do. */
export const algolia = defineProvider({
  id: 'algolia',
  baseUrl: ({ app_id }) => `https://${app_id}-dsn.algolia.net`,
  credentials: z.object({ app_id: hostLabel, api_key: secret }),
  probe: ({ app_id, api_key }, endpoint) =>
    requestJson(endpoint, `1/keys/${encodeURIComponent(api_key)}`, {
      headers: { 'X-Algolia-Application-Id': app_id, 'X-Algolia-API-Key': api_key },
      expects: z.object({ acl: z.array(z.string()) }),
      // Algolia responds with 403 to wrong keys, and with 404 to deleted ones.
      explain: ({ status }) =>
        status === 403 || status === 404 ? 'authentication_error' : undefined,
    }),
});
