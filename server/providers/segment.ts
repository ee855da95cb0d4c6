import * as z from 'zod/mini';
import { ask } from '../ask/ask.ts';
import { bearer, defineProvider, secret } from '../ask/provider.ts';

/**
 * Needs a token of the Public API. EU workspaces need the base URL https://eu1.api.segmentapis.com.
 */
export const segment = defineProvider({
  id: 'segment',
  baseUrl: 'https://api.segmentapis.com',
  credentials: z.object({ public_api_token: secret }),
  probe: ({ public_api_token }, reach) =>
    ask(reach, '', {
      headers: bearer(public_api_token),
      expects: z.object({ data: z.object({ workspace: z.object({ id: z.string() }) }) }),
    }),
});
