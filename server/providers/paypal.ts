import * as z from 'zod/mini';
import { basic, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/** Sandbox accounts need the base URL https://api-m.sandbox.paypal.com. */
export const paypal = defineProvider({
  id: 'paypal',
  baseUrl: 'https://api-m.paypal.com',
  credentials: z.object({ client_id: secret, client_secret: secret }),
  probe: ({ client_id, client_secret }, endpoint) =>
    requestJson(endpoint, 'v1/oauth2/token', {
      method: 'POST',
      headers: basic(client_id, client_secret),
      form: { grant_type: 'client_credentials' },
      expects: z.object({ access_token: z.string() }),
    }),
});
