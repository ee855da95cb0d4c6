import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { missingPackage } from '../base/missingPackage.ts';
import { clockToleranceSeconds, isFresh } from '../base/signatures.ts';

const Event = z.object({ id: z.string(), type: z.string() });

/** A restricted key needs permission to read balances. */
export const stripe = defineProvider({
  id: 'stripe',
  baseUrl: 'https://api.stripe.com',
  credentials: z.object({ secret_key: secret, webhook_secret: z.optional(secret) }),
  inbound: defineInbound(
    z.object({ webhook_secret: secret }),
    async ({ webhook_secret }, { headers, body, now }) => {
      const signature = headers.get('Stripe-Signature');
      if (signature === null) return 'missing';
      const { Stripe } = await loadStripe();
      const { webhooks } = Stripe;
      // The library only rejects old timestamps.
      if (!isFresh(Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1]), now))
        return 'invalid';
      try {
        const event: unknown = webhooks.constructEvent(
          body,
          signature,
          webhook_secret,
          clockToleranceSeconds,
          undefined,
          now,
        );
        const { id, type } = z.parse(Event, event);
        return { events: [{ id, type, payload: event }] };
      } catch {
        return 'invalid'; // the library throws for every kind of error
      }
    },
    { revoking: ['account.application.deauthorized'] },
  ),
  probe: ({ secret_key }, endpoint) =>
    requestJson(endpoint, 'v1/balance', {
      headers: bearer(secret_key),
      expects: z.object({ object: z.literal('balance') }),
    }),
});

async function loadStripe() {
  try {
    return await import('stripe');
  } catch (error) {
    throw missingPackage('stripe', 'Webhooks of Stripe', error);
  }
}
