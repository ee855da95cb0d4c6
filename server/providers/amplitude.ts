import * as z from 'zod/mini';
import { basic, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/** EU projects need the base URL https://analytics.eu.amplitude.com. */
export const amplitude = defineProvider({
  id: 'amplitude',
  baseUrl: 'https://amplitude.com',
  credentials: z.object({ api_key: secret, secret_key: secret }),
  probe: ({ api_key, secret_key }, endpoint) =>
    requestJson(endpoint, 'api/2/annotations', {
      headers: basic(api_key, secret_key),
      expects: z.object({ data: z.array(z.unknown()) }),
    }),
});
