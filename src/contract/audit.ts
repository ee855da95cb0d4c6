import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { text, timestamp } from './text.ts';

const Values = z.nullable(z.record(z.string(), z.unknown()));

export const AuditEntry = z.object({
  id: z.string(),
  at: timestamp,
  /** `operator`: the command line, or the `ADMIN_TOKEN` of the server. */
  actor: z.enum(['operator', 'key', 'agent', 'visitor']),
  actor_id: z.nullable(z.string()),
  actor_name: z.nullable(z.string()),
  /** Method and path, such as `PATCH admin/settings`. */
  action: z.string(),
  /** The target of the action, usually an id. */
  target: z.nullable(z.string()),
  /** The changes, without secrets. */
  before: Values,
  after: Values,
  request_id: z.nullable(z.string()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/**
 * Lists entries, newest first, 100 per page. `action`: prefix of the action, such as `PATCH
 * admin/`.
 */
export const listAudit = {
  method: 'GET',
  path: 'agent/audit',
  access: 'admin',
  query: z.object({
    action: z.optional(text(limits.name)),
    target: z.optional(text(limits.id)),
    /** The id of an agent or key. */
    actor: z.optional(text(limits.id)),
    cursor: z.optional(text(limits.id)),
  }),
  reply: z.object({ entries: z.array(AuditEntry), next_cursor: z.nullable(z.string()) }),
} as const satisfies Endpoint;

export const OperatorEntry = z.pick(AuditEntry, {
  id: true,
  at: true,
  action: true,
  target: true,
  before: true,
  after: true,
  request_id: true,
});
export type OperatorEntry = z.infer<typeof OperatorEntry>;

/**
 * Lists actions of the server's operator on accounts and on the server, newest first, 100 per page.
 * They remain after an account is deleted.
 */
export const listOperatorLog = {
  method: 'GET',
  path: 'admin/audit',
  access: 'operator',
  query: z.object({
    action: z.optional(text(limits.name)),
    target: z.optional(text(limits.id)),
    cursor: z.optional(text(limits.id)),
  }),
  reply: z.object({ entries: z.array(OperatorEntry), next_cursor: z.nullable(z.string()) }),
} as const satisfies Endpoint;
