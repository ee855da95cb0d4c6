import * as z from 'zod/mini';
import { AgentTicket } from './agent.ts';
import type { Endpoint } from './endpoint.ts';
import { requiredText } from './text.ts';

const maxLetters = 64;

/**
 * Moves all messages, notes and files of a request into another request with the same address,
 * organization and mode, in chronological order. Afterwards its id and its address for replies by
 * mail lead to the other request. It cannot be undone. `into`: the id or number (`PM-1042`) of the
 * other request, which is returned.
 */
export const mergeTicket = {
  method: 'POST',
  path: 'agent/tickets/{id}/merge',
  access: 'agent',
  body: z.object({ into: requiredText(maxLetters) }),
  reply: AgentTicket,
} as const satisfies Endpoint;
