import * as z from 'zod/mini';

/**
 * Permissions of an agent: `viewer` reads, `agent` answers as well, `admin` also manages the
 * account (keys, settings, agents, webhooks).
 */
export const AgentRole = z.enum(['admin', 'agent', 'viewer']);
export type AgentRole = z.infer<typeof AgentRole>;

/** Test keys see test data alone, and what they make sends no mail. */
export const KeyMode = z.enum(['live', 'test']);
export type KeyMode = z.infer<typeof KeyMode>;
