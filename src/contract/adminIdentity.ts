import * as z from 'zod/mini';
import { overlapHours } from './adminKey.ts';
import type { Endpoint } from './endpoint.ts';
import { timestamp } from './text.ts';

/**
 * A new secret to sign visitor tokens with, shown this once. Tokens of the old one are accepted for
 * `overlap_hours` more, 24 by default.
 */
export const rotateIdentity = {
  method: 'POST',
  path: 'admin/identity/rotate',
  access: 'admin',
  body: z.object({ overlap_hours: overlapHours }),
  reply: z.object({
    secret: z.string(),
    /** Until when the old ones are accepted; null if there were no old secrets. */
    old_valid_until: z.nullable(timestamp),
  }),
} as const satisfies Endpoint;
