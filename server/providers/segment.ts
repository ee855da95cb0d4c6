import * as z from 'zod/mini';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/**
 * Needs a token of the Public API. EU workspaces need the base URL https://eu1.api.segmentapis.com.
 */
export const segment = defineProvider({
  id: 'segment',
  baseUrl: 'https://api.segmentapis.com',
  credentials: z.object({ public_api_token: secret }),
  probe: ({ public_api_token }, endpoint) =>
    requestJson(endpoint, '', {
      headers: bearer(public_api_token),
      expects: z.object({ data: z.object({ workspace: z.object({ id: z.string() }) }) }),
    }),
});
