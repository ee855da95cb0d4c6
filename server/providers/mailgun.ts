import * as z from 'zod/mini';
import { ask } from './ask.ts';
import { basic, defineProvider, hostName, secret } from './provider.ts';

/** Domains of the EU need the base URL https://api.eu.mailgun.net. */
export const mailgun = defineProvider({
  id: 'mailgun',
  baseUrl: 'https://api.mailgun.net',
  credentials: z.object({
    api_key: secret,
    domain: hostName,
    webhook_signing_key: z.optional(secret),
  }),
  async probe({ api_key, domain }, reach) {
    await ask(reach, `v4/domains/${domain}`, {
      headers: basic('api', api_key),
      expects: z.object({ domain: z.object({ state: z.string() }) }),
      explain: ({ status, body }) => {
        const found = z.safeParse(z.object({ domain: z.object({ state: z.string() }) }), body);
        const isDisabled = found.success && found.data.domain.state === 'disabled';
        return status === 200 && isDisabled ? 'authorization_error' : undefined;
      },
    });
  },
});
