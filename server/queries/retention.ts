import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { workerScopes } from '../db/workerScopes.ts';
import { monthlyAllowance } from './allowances.ts';
import { deleteRows } from './deleteRows.ts';

/**
 * Maximum number of rows per statement, so that a large backlog neither blocks writers nor causes a
 * timeout.
 */
const batchRows = 5_000;

/**
 * Deletes the matching rows of a table in every account, until no row is left or `signal` is
 * aborted.
 */
export async function deleteInBatches(
  db: Kysely<Schema>,
  table: keyof Schema,
  isOld: RawBuilder<boolean>,
  signal?: AbortSignal,
): Promise<void> {
  // The table itself, because rows of a view have no row id.
  const from = sql.table(`support.${table}`);
  const isOfBatch = sql`ctid = any(array(
    select ctid from ${from} where ${isOld} limit ${batchRows}))`;
  for (const scope of await workerScopes(db)) {
    for (let deleted = batchRows; deleted === batchRows && !signal?.aborted; ) {
      deleted = await inScope(db, scope, (trx) => deleteRows(trx, table, isOfBatch, from));
    }
  }
}

const olderThan = (column: string, days: number) =>
  sql<boolean>`${sql.ref(column)} < now() - ${days} * interval '1 day'`;

/** Retention periods, in days. */
const retentions: readonly (readonly [table: keyof Schema, column: string, days: number])[] = [
  ['idempotency_keys', 'created_at', 1],
  ['agent_sessions', 'expires_at', 0],
  ['oauth_states', 'expires_at', 0],
  ['retired_identity_secrets', 'expires_at', 0],
  ['rate_buckets', 'full_at', 0],
  ['events', 'received_at', 400],
  ['deflections', 'shown_at', 400],
  ['integration_hours', 'hour', 400],
  ['integration_alerts', 'resolved_at', 400],
  ['missed_searches', 'last_at', 90],
  ['integration_syncs', 'started_at', 30],
  ['received_events', 'received_at', 30],
  ['webhook_deliveries', 'created_at', 30],
  ['sandbox_mails', 'created_at', 30],
  // An operator has this time to look at dead jobs.
  ['jobs', 'failed_at', 30],
];

/** Accepted mails stay with their requests. */
const isRejectedAndOld = sql<boolean>`rejection is not null and ${olderThan('created_at', 90)}`;

/** The window of an account's written answers is 30 days; other windows are at most one day. */
const isOldAllowance = sql<boolean>`${olderThan('window_start', 2)}
  and (kind <> ${monthlyAllowance} or ${olderThan('window_start', 31)})`;

/** Deletes everything that is past its retention period. */
export async function deleteOldRows(db: Kysely<Schema>, signal?: AbortSignal): Promise<void> {
  for (const [table, column, days] of retentions) {
    await deleteInBatches(db, table, olderThan(column, days), signal);
  }
  await deleteInBatches(db, 'received_mails', isRejectedAndOld, signal);
  await deleteInBatches(db, 'allowances', isOldAllowance, signal);
}
