import * as z from 'zod/mini';
import { basic, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

const Account = z.object({ status: z.enum(['active', 'suspended', 'closed']) });

export const twilio = defineProvider({
  id: 'twilio',
  baseUrl: 'https://api.twilio.com',
  credentials: z.object({
    account_sid: z.string({ error: 'This field is required.' }).check(z.regex(/^AC[0-9a-f]{32}$/)),
    auth_token: secret,
  }),
  probe: ({ account_sid, auth_token }, endpoint) =>
    requestJson(endpoint, `2010-04-01/Accounts/${account_sid}.json`, {
      headers: basic(account_sid, auth_token),
      expects: Account,
      explain: ({ status, body }) => {
        const account = status === 200 ? z.safeParse(Account, body) : undefined;
        return account?.success && account.data.status !== 'active'
          ? 'authorization_error'
          : undefined;
      },
    }),
});
