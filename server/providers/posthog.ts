import * as z from 'zod/mini';
import { bearer, defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';

/** Needs a personal API key. EU projects need the base URL https://eu.posthog.com. */
export const posthog = defineProvider({
  id: 'posthog',
  baseUrl: 'https://us.posthog.com',
  credentials: z.object({
    personal_api_key: secret,
    project_id: z
      .string({ error: 'This field is required.' })
      .check(z.regex(/^(\d{1,12}|@current)$/)),
  }),
  probe: ({ personal_api_key, project_id }, endpoint) =>
    requestJson(endpoint, `api/projects/${project_id}/`, {
      headers: bearer(personal_api_key),
      expects: z.object({ id: z.number() }),
    }),
});
