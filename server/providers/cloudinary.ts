import * as z from 'zod/mini';
import { ask } from '../ask/ask.ts';
import { basic, defineProvider, hostLabel, secret } from '../ask/provider.ts';

export const cloudinary = defineProvider({
  id: 'cloudinary',
  baseUrl: 'https://api.cloudinary.com',
  credentials: z.object({ cloud_name: hostLabel, api_key: secret, api_secret: secret }),
  probe: ({ cloud_name, api_key, api_secret }, reach) =>
    ask(reach, `v1_1/${cloud_name}/ping`, {
      headers: basic(api_key, api_secret),
      expects: z.object({ status: z.literal('ok') }),
      explain: ({ status }) => (status === 420 ? 'rate_limit_error' : undefined),
    }),
});
