import * as z from 'zod/mini';

/**
 * Roles of an agent: `viewer` can read, `agent` can also answer, `admin` can also manage the
 * account (keys, settings, agents, webhooks).
 */
export const AgentRole = z.enum(['admin', 'agent', 'viewer']);
export type AgentRole = z.infer<typeof AgentRole>;

/** Test keys only see test data, and the data that they create sends no mail. */
export const KeyMode = z.enum(['live', 'test']);
export type KeyMode = z.infer<typeof KeyMode>;
