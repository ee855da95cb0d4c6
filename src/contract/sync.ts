import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { IntegrationStatus } from './integration.ts';
import { limits } from './limits.ts';
import { text, timestamp } from './text.ts';

export const SyncLogEntry = z.object({
  id: z.string(),
  started_at: timestamp,
  finished_at: z.nullable(timestamp),
  status: z.enum(['running', 'succeeded', 'failed']),
  records: z.object({ accounts: z.int(), contacts: z.int(), engagements: z.int() }),
  message: z.nullable(z.string()),
});
export type SyncLogEntry = z.infer<typeof SyncLogEntry>;

/** Lists syncs of one or all integrations, newest first. They are kept for 30 days. */
export const listSyncLogs = {
  method: 'GET',
  path: 'integrations/sync-logs',
  access: 'guest',
  query: z.object({
    integration_id: z.optional(text(limits.id)),
    status: z.optional(SyncLogEntry.shape.status),
    /** Cursor of the previous page. */
    cursor: z.optional(text(limits.id)),
    /** 1 to 100. */
    limit: z.optional(
      z.string().check(z.regex(/^([1-9]\d?|100)$/, { error: 'Must be 1 to 100.' })),
    ),
  }),
  reply: z.object({
    sync_logs: z.array(z.extend(SyncLogEntry, { integration_id: z.string() })),
    /** Null on the last page. */
    next_cursor: z.nullable(z.string()),
  }),
} as const satisfies Endpoint;

/**
 * Requests a sync. The host's own backend moves the data. If a webhook of the tenant subscribes to
 * `integration.sync_requested`, it is notified. The integration is then `syncing` until that
 * backend reports a `sync`, or an hour has passed; further requests in this time have no effect. If
 * there is no such webhook, the connection is checked. `requested` says which of the two happened.
 * If neither is possible, or the integration is not connected, the response is 409 `NOT_SYNCABLE`.
 */
export const syncIntegration = {
  method: 'POST',
  path: 'integrations/{id}/sync',
  access: 'visitor',
  reply: z.object({ requested: z.enum(['sync', 'test']), integration: IntegrationStatus }),
} as const satisfies Endpoint;
