import * as z from 'zod/mini';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { ask } from '../ask/requestJson.ts';

/** A system with an API token. */
export const acme = defineProvider({
  id: 'acme',
  baseUrl: 'https://api.acme.example',
  credentials: z.object({ api_token: secret }),
  probe: ({ api_token }, reach) =>
    ask(reach, 'v1/me', {
      headers: bearer(api_token),
      expects: z.object({ id: z.string() }),
    }),
});
