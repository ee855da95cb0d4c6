import * as z from 'zod/mini';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/** A system with an API token. */
export const acme = defineProvider({
  id: 'acme',
  baseUrl: 'https://api.acme.example',
  credentials: z.object({ api_token: secret }),
  probe: ({ api_token }, endpoint) =>
    requestJson(endpoint, 'v1/me', {
      headers: bearer(api_token),
      expects: z.object({ id: z.string() }),
    }),
});
