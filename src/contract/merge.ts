import * as z from 'zod/mini';
import { AgentTicket } from './agent.ts';
import type { Endpoint } from './endpoint.ts';
import { requiredText } from './text.ts';

const mostLetters = 64;

/**
 * Moves all messages, notes and files of a request into another one of the same address, organization and mode,
 * in the order of time. Its id, and its address for replies by mail, lead there from then on. It cannot be
 * undone. `into`: the id or the number (`PM-1042`) of the other request, which is the reply.
 */
export const mergeTicket = {
  method: 'POST',
  path: 'agent/tickets/{id}/merge',
  access: 'agent',
  body: z.object({ into: requiredText(mostLetters) }),
  reply: AgentTicket,
} as const satisfies Endpoint;
