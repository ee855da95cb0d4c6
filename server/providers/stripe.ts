import * as z from 'zod/mini';
import { ask } from './ask.ts';
import { bearer, defineProvider, secret } from './provider.ts';

/** A restricted key needs to read balances. */
export const stripe = defineProvider({
  id: 'stripe',
  baseUrl: 'https://api.stripe.com',
  credentials: z.object({ secret_key: secret, webhook_secret: z.optional(secret) }),
  probe: ({ secret_key }, reach) =>
    ask(reach, 'v1/balance', {
      headers: bearer(secret_key),
      expects: z.object({ object: z.literal('balance') }),
    }),
});
