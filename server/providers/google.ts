import * as z from 'zod/mini';
import { defineProvider, secret } from '../ask/provider.ts';
import { failure, requestJson } from '../ask/requestJson.ts';

/** The smallest scope that can send mails. */
const needed = 'https://www.googleapis.com/auth/gmail.send';

export const google = defineProvider({
  id: 'google',
  baseUrl: 'https://oauth2.googleapis.com',
  credentials: z.object({ access_token: secret }),
  oauth: {
    issuer: 'https://accounts.google.com',
    authorization: 'https://accounts.google.com/o/oauth2/v2/auth',
    token: 'https://oauth2.googleapis.com/token',
    revocation: 'https://oauth2.googleapis.com/revoke',
    scopes: [needed, 'https://www.googleapis.com/auth/contacts'],
    // Required to get a refresh token, also if an account is reconnected.
    extra: { access_type: 'offline', prompt: 'consent' },
  },
  async probe({ access_token }, endpoint) {
    const { scope } = await requestJson(endpoint, 'tokeninfo', {
      method: 'POST',
      form: { access_token },
      expects: z.object({ scope: z.string() }),
      // For an expired or revoked token, Google responds with 400.
      explain: ({ status, body }) =>
        status === 400 && z.safeParse(z.object({ error: z.literal('invalid_token') }), body).success
          ? 'authentication_error'
          : undefined,
    });
    if (!scope.split(' ').includes(needed)) {
      throw failure('authorization_error', { status: 200, headers: new Headers(), body: '' });
    }
  },
});
