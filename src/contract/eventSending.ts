import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { eventsPath } from './eventRules.ts';

/** The endpoint of `recordEvents` without its body, whose schema a client does not need. */
export const eventSending = {
  method: 'POST',
  path: eventsPath,
  access: 'key',
  beacon: true,
  reply: z.object({ stored: z.int() }),
} as const satisfies Endpoint;
