import * as z from 'zod/mini';
import { overlapHours } from './adminKey.ts';
import type { Endpoint } from './endpoint.ts';
import { timestamp } from './text.ts';

/**
 * Creates a new secret that signs visitor tokens. It is shown only once. Tokens of the old secret
 * are accepted for another `overlap_hours`, by default 24.
 */
export const rotateIdentity = {
  method: 'POST',
  path: 'admin/identity/rotate',
  access: 'admin',
  body: z.object({ overlap_hours: overlapHours }),
  reply: z.object({
    secret: z.string(),
    /** Time at which the old secrets expire. Null if there were no old secrets. */
    old_valid_until: z.nullable(timestamp),
  }),
} as const satisfies Endpoint;
