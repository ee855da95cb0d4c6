import * as z from 'zod/mini';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

export const github = defineProvider({
  id: 'github',
  baseUrl: 'https://api.github.com',
  credentials: z.object({ token: secret }),
  probe: ({ token }, endpoint) =>
    requestJson(endpoint, 'user', {
      headers: { ...bearer(token), 'X-GitHub-Api-Version': '2022-11-28' },
      expects: z.object({ login: z.string() }),
      // GitHub responds with 403 instead of 429 if a limit is exceeded.
      explain: ({ status, headers }) =>
        status === 403 &&
        (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after'))
          ? 'rate_limit_error'
          : undefined,
    }),
});
