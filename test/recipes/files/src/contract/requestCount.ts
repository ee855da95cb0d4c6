import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';

/** The number of the visitor's own requests. */
export const countRequests = {
  method: 'GET',
  path: 'support/request-count',
  access: 'visitor',
  reply: z.object({ count: z.int() }),
} as const satisfies Endpoint;
