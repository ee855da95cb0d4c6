import { sql, type Transaction } from 'kysely';
import type { AuditEntry } from '../../src/contract/audit.ts';
import { sharedTables } from '../db/isolation.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** The person or key that acted. */
export type Actor = Pick<AuditEntry, 'actor' | 'actor_id' | 'actor_name'>;

/** The details of an action. Values must not contain secrets. */
export interface Change {
  target?: string | undefined;
  before?: Record<string, unknown> | undefined;
  after?: Record<string, unknown> | undefined;
}

export interface NewAuditEntry extends Actor, Change {
  action: string;
  requestId: string | null;
}

/**
 * Adds an entry to the log of the account of the transaction. Entries can be neither changed nor
 * deleted.
 */
export async function insertAuditEntry(
  trx: Transaction<Schema>,
  { before, after, target, requestId, ...entry }: NewAuditEntry,
): Promise<void> {
  await trx
    .insertInto('audit_log')
    .values({
      ...entry,
      target: target ?? null,
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : JSON.stringify(after),
      request_id: requestId,
    })
    .execute();
}

export interface NewOperatorEntry extends Change {
  action: string;
  requestId: string | null;
}

/**
 * Adds an entry to the log of the server's operator. The transaction must be in the scope `server`.
 */
export async function insertOperatorEntry(
  trx: Transaction<Schema>,
  { action, target, before, after, requestId }: NewOperatorEntry,
): Promise<void> {
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  await sharedTables(trx)
    .withSchema('support')
    .insertInto('operator_log')
    .values({
      action,
      target: target ?? null,
      before: json(before),
      after: json(after),
      request_id: requestId,
    })
    .execute();
}

export interface AuditFilter {
  /** Prefix of the action. */
  action?: string | undefined;
  target?: string | undefined;
  /** Id of the actor. */
  actor?: string | undefined;
}

interface AuditPage {
  /** Only entries with a smaller id. */
  before: string | undefined;
  limit: number;
}

/** Lists the entries of the server's operator, newest first. */
export function listOperatorEntries(
  trx: Transaction<Schema>,
  { action, target }: Omit<AuditFilter, 'actor'>,
  { before, limit }: AuditPage,
) {
  return trx
    .selectFrom('operator_log')
    .selectAll()
    .$if(action !== undefined, (query) =>
      query.where(sql<boolean>`starts_with(action, ${action ?? ''})`),
    )
    .$if(target !== undefined, (query) => query.where('target', '=', target ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Lists entries, newest first. */
export function listAuditEntries(
  trx: Transaction<Schema>,
  { action, target, actor }: AuditFilter,
  { before, limit }: AuditPage,
) {
  return trx
    .selectFrom('audit_log')
    .selectAll()
    .where('tenant_id', '=', ofTenant)
    .$if(action !== undefined, (query) =>
      query.where(sql<boolean>`starts_with(action, ${action ?? ''})`),
    )
    .$if(target !== undefined, (query) => query.where('target', '=', target ?? ''))
    .$if(actor !== undefined, (query) => query.where('actor_id', '=', actor ?? ''))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
