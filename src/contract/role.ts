import * as z from 'zod/mini';

/**
 * What an agent may do: `viewer` reads, `agent` answers as well, `admin` manages the account too (keys,
 * settings, agents, webhooks).
 */
export const AgentRole = z.enum(['admin', 'agent', 'viewer']);
export type AgentRole = z.infer<typeof AgentRole>;

/** Test keys see test data alone, and what they make sends no mail. */
export const KeyMode = z.enum(['live', 'test']);
export type KeyMode = z.infer<typeof KeyMode>;
