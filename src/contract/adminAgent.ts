import * as z from 'zod/mini';
import { Agent } from './agent.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { AgentRole } from './role.ts';
import { email, requiredLine, timestamp } from './text.ts';

export const ManagedAgent = z.extend(Agent, {
  role: AgentRole,
  disabled_at: z.nullable(timestamp),
});
export type ManagedAgent = z.infer<typeof ManagedAgent>;

/** Lists agents by name, including disabled ones. */
export const listManagedAgents = {
  method: 'GET',
  path: 'admin/agents',
  access: 'admin',
  reply: z.object({ agents: z.array(ManagedAgent) }),
} as const satisfies Endpoint;

/**
 * Adds an agent, or changes the name and role of the agent with this address. `token` is the
 * agent's own key, shown only once: `Authorization: Bearer as_…`. It is valid for 30 days, or for
 * `days`.
 */
export const inviteAgent = {
  method: 'POST',
  path: 'admin/agents',
  access: 'admin',
  body: z.object({
    name: requiredLine(limits.name),
    email,
    role: z._default(AgentRole, 'agent'),
    days: z._default(z.int().check(z.gte(1), z.lte(3_650)), 30),
  }),
  reply: z.object({ agent: ManagedAgent, token: z.string(), expires_at: timestamp }),
} as const satisfies Endpoint;

/**
 * Changes only the given fields. Disabling an agent ends their sessions. The last admin of an
 * account can be neither disabled nor given another role.
 */
export const updateManagedAgent = {
  method: 'PATCH',
  path: 'admin/agents/{id}',
  access: 'admin',
  body: z.object({ role: z.optional(AgentRole), disabled: z.optional(z.boolean()) }),
  reply: ManagedAgent,
} as const satisfies Endpoint;
