import * as z from 'zod/mini';
import { basic, defineProvider, hostLabel, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

export const cloudinary = defineProvider({
  id: 'cloudinary',
  baseUrl: 'https://api.cloudinary.com',
  credentials: z.object({ cloud_name: hostLabel, api_key: secret, api_secret: secret }),
  probe: ({ cloud_name, api_key, api_secret }, endpoint) =>
    requestJson(endpoint, `v1_1/${cloud_name}/ping`, {
      headers: basic(api_key, api_secret),
      expects: z.object({ status: z.literal('ok') }),
      explain: ({ status }) => (status === 420 ? 'rate_limit_error' : undefined),
    }),
});
