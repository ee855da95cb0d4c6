import * as z from 'zod/mini';
import { ask, failure } from '../ask/ask.ts';
import { defineProvider, secret } from '../ask/provider.ts';

/** Least scope that sends mails. */
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
    // Needed to receive a refresh token, also when an account is reconnected.
    extra: { access_type: 'offline', prompt: 'consent' },
  },
  async probe({ access_token }, reach) {
    const { scope } = await ask(reach, 'tokeninfo', {
      method: 'POST',
      form: { access_token },
      expects: z.object({ scope: z.string() }),
      // A token that has ended or was revoked is a bad request here.
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
