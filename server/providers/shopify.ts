import * as z from 'zod/mini';
import { defineProvider, hostLabel, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

const ErrorBody = z.object({
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })),
});

/** Uses the Admin API of one shop. */
export const shopify = defineProvider({
  id: 'shopify',
  baseUrl: ({ shop }) => `https://${shop}.myshopify.com`,
  credentials: z.object({ shop: hostLabel, access_token: secret }),
  probe: ({ access_token }, endpoint) =>
    requestJson(endpoint, 'admin/api/2025-07/graphql.json', {
      method: 'POST',
      headers: { 'X-Shopify-Access-Token': access_token },
      json: { query: '{ shop { name } }' },
      expects: z.object({ data: z.object({ shop: z.object({ name: z.string() }) }) }),
      // GraphQL returns errors with status 200.
      explain: ({ status, body }) => {
        const errorBody = status === 200 ? z.safeParse(ErrorBody, body) : undefined;
        const code = errorBody?.data?.errors[0]?.extensions.code;
        if (code === undefined) return undefined;
        if (code === 'THROTTLED') return 'rate_limit_error';
        return code === 'ACCESS_DENIED' ? 'authorization_error' : 'api_error';
      },
    }),
});
