import * as z from 'zod/mini';
import { Agent } from './agent.ts';
import type { Endpoint } from './endpoint.ts';
import { AgentRole, KeyMode } from './role.ts';

/**
 * Returns the agent or key that sends the request, and its account. Agent and role are null for a
 * key.
 */
export const getAgentSession = {
  method: 'GET',
  path: 'agent/session',
  access: 'agent',
  reply: z.object({
    agent: z.nullable(Agent),
    role: z.nullable(AgentRole),
    mode: KeyMode,
    /** `time_zone`: the time zone of its business hours. Null if it has none. */
    account: z.object({ id: z.string(), name: z.string(), time_zone: z.nullable(z.string()) }),
  }),
} as const satisfies Endpoint;
