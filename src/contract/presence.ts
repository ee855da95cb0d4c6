import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { LiveEvent } from './live.ts';

/**
 * `open`: an agent has the request open. `writing`: the agent is writing a reply. `gone`: neither.
 */
export const Presence = z.enum(['open', 'writing', 'gone']);
export type Presence = z.infer<typeof Presence>;

/**
 * Seconds after which a presence expires if it is not repeated, for example because the tab
 * crashed.
 */
export const presenceSeconds = 40;

/** An agent's presence in a request. It is sent to the other agents, but not stored. */
export const PresenceEvent = z.object({
  type: z.literal('presence'),
  ticket_id: z.string(),
  agent: z.object({ id: z.string(), name: z.string() }),
  presence: Presence,
});
export type PresenceEvent = z.infer<typeof PresenceEvent>;

/** The events of `agentStreamPath`. */
export const AgentLiveEvent = z.union([LiveEvent, PresenceEvent]);
export type AgentLiveEvent = z.infer<typeof AgentLiveEvent>;

/**
 * Notifies the other agents of the caller's presence. Repeat it every 15 seconds while it lasts.
 * For sessions of agents.
 */
export const notePresence = {
  method: 'POST',
  path: 'agent/tickets/{id}/presence',
  access: 'agent',
  readOnly: true,
  body: z.object({ presence: Presence }),
  reply: z.object({}),
} as const satisfies Endpoint;
