import * as z from 'zod/mini';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

export const microsoft = defineProvider({
  id: 'microsoft',
  baseUrl: 'https://graph.microsoft.com',
  credentials: z.object({ access_token: secret }),
  oauth: {
    issuer: 'https://login.microsoftonline.com/common/v2.0',
    authorization: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    token: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
    scopes: [
      'offline_access',
      'https://graph.microsoft.com/Mail.Send',
      'https://graph.microsoft.com/Contacts.Read',
    ],
  },
  probe: ({ access_token }, endpoint) =>
    requestJson(endpoint, 'v1.0/me/contacts?$top=1&$select=id', {
      headers: bearer(access_token),
      expects: z.object({ value: z.array(z.unknown()) }),
    }),
});
