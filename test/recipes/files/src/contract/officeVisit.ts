import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { requiredText, timestamp } from './text.ts';

const OfficeVisit = z.object({ id: z.string(), visited_at: timestamp });

/** Lists the visits of customers to the office. */
export const listOfficeVisits = {
  method: 'GET',
  path: 'agent/office-visits',
  access: 'agent',
  reply: z.object({ visits: z.array(OfficeVisit) }),
} as const satisfies Endpoint;

/** Records a visit. */
export const addOfficeVisit = {
  method: 'POST',
  path: 'agent/office-visits',
  access: 'agent',
  body: z.object({ visitor_id: requiredText(limits.contextLine) }),
  reply: OfficeVisit,
} as const satisfies Endpoint;
