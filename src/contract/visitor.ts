import * as z from 'zod/mini';
import { type Endpoint, opaqueId } from './endpoint.ts';

/**
 * Moves the requests of an anonymous visitor to the caller: whoever knows the random id has
 * written them. Once: afterwards the random id owns nothing.
 */
export const claimRequests = {
  method: 'POST',
  path: 'support/visitor/claim',
  access: 'visitor',
  body: z.object({
    visitor_id: z.string().check(z.regex(opaqueId, { error: 'Must be a visitor id.' })),
  }),
  reply: z.object({ moved: z.int() }),
} as const satisfies Endpoint;
