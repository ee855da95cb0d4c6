import * as z from 'zod/mini';
import { ask, failure } from './ask.ts';
import { bearer, defineProvider, secret } from './provider.ts';

/** The key must be allowed to send. Accounts of the EU need the base URL https://api.eu.sendgrid.com. */
export const sendgrid = defineProvider({
  id: 'sendgrid',
  baseUrl: 'https://api.sendgrid.com',
  credentials: z.object({ api_key: secret, webhook_public_key: z.optional(z.string()) }),
  async probe({ api_key }, reach) {
    const { scopes } = await ask(reach, 'v3/scopes', {
      headers: bearer(api_key),
      expects: z.object({ scopes: z.array(z.string()) }),
    });
    if (!scopes.includes('mail.send')) {
      throw failure('authorization_error', { status: 200, headers: new Headers(), body: '' });
    }
  },
});
