import * as z from 'zod/mini';
import { type Endpoint, opaqueId } from './endpoint.ts';

/**
 * Moves the requests of an anonymous visitor to the caller. Knowing the random id is the proof. It
 * works once: afterwards the random id has no requests.
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
