import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { LiveEvent } from './live.ts';

/** `open`: an agent reads a request. `writing`: a reply to it. `gone`: neither any more. */
export const Presence = z.enum(['open', 'writing', 'gone']);
export type Presence = z.infer<typeof Presence>;

/** Seconds after which a presence that is not repeated has ended, as when a tab has crashed. */
export const presenceSeconds = 40;

/** Where an agent is. It goes to the other agents and is not stored. */
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

/** Notifies the other agents where the caller is; sent again every 15 seconds while it lasts. For sessions of agents. */
export const notePresence = {
  method: 'POST',
  path: 'agent/tickets/{id}/presence',
  access: 'agent',
  readOnly: true,
  body: z.object({ presence: Presence }),
  reply: z.object({}),
} as const satisfies Endpoint;
