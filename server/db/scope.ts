import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery, type Kysely, sql, type Transaction } from 'kysely';
import type { KeyMode } from '../../src/contract/role.ts';
import type { Reader } from '../base/reader.ts';
import { isNile, setDatabase } from './isolation.ts';
import { NilePlugin } from './nile/plugin.ts';
import { seen } from './nile/text.ts';
import { expectOneStatement, sendPipelined } from './pipeline.ts';
import type { Schema } from './schema.ts';

/**
 * The actor of a transaction. Row level security limits what it can read and write.
 * - `auth`: one key and its tenant
 * - `visitor`: their own tickets, and integrations of their organization
 * - `agent`: all tickets of a tenant (`writer` separates Idempotency-Keys)
 * - `claim`: moves tickets of one visitor to another
 * - `mail`: one ticket by its reply address, or the account of a domain that receives mails
 * - `worker`: jobs of every tenant, and with a tenant, its tickets
 * - `operator`: settings and keys of a tenant
 * - `server`: the list of tenants
 * - `limits`: the buckets of rate limits
 * - `privacy`: all data of a tenant's visitors, to export or erase it
 *
 * `mode`: only sees live data, or only test data. `reader`: also sees articles that are restricted to
 * visitors like this one.
 */
export type Scope =
  | { actor: 'auth'; keyHash: string }
  | {
      actor: 'visitor';
      tenantId: string;
      visitorHash?: string | undefined;
      organizationId?: string | undefined;
      reader?: Reader | undefined;
      mode?: KeyMode;
    }
  | { actor: 'agent'; tenantId: string; writer: string; mode?: KeyMode }
  | {
      actor: 'claim';
      tenantId: string;
      visitorHash: string;
      claimantHash: string;
      mode: KeyMode;
    }
  | { actor: 'mail'; replyToken: string }
  | { actor: 'mail'; inboundDomain: string }
  | { actor: 'worker'; tenantId?: string; mode?: KeyMode }
  | { actor: 'operator'; tenantId: string }
  | { actor: 'server' }
  | { actor: 'limits' }
  | { actor: 'privacy'; tenantId: string };

/**
 * The account and the visitor of the transaction. Every query must name them in addition to row
 * level security, because its policies are joined by `or`, and no index can serve that.
 */
export const ofTenant = sql<string>`support.tenant()`;
export const ofVisitor = sql<string>`support.visitor()`;

/**
 * True for a ticket that the transaction can change. Colleagues can read a shared request, but
 * cannot change it.
 */
export const canChangeTicket = sql<boolean>`(support.actor() <> 'visitor'
  or visitor_hash = support.visitor())`;

const nilePlugin = new NilePlugin();
const open = new AsyncLocalStorage<Scope['actor']>();

interface TransactionOptions {
  /** Runs the transaction in one round trip, and throws at a second statement. */
  isOneStatement?: boolean;
  /**
   * Plans each statement once for all values. Planning a write costs more than running it, and its
   * rows are found by their keys, whatever the values are.
   */
  isPlannedOnce?: boolean;
}

/** Limits of a transaction, so that it does not block others for long. Milliseconds. */
const statementTimeoutMs = 10_000;
const lockTimeoutMs = 5_000;
const idleTimeoutMs = 30_000;

/**
 * Runs `work` in one transaction of the given scope, as the low role. The embedded database has a
 * single connection. A nested transaction would wait forever there, so it throws instead.
 */
export function inScope<T>(
  db: Kysely<Schema>,
  scope: Scope,
  work: (trx: Transaction<Schema>) => Promise<T>,
  { isOneStatement = false, isPlannedOnce = false }: TransactionOptions = {},
): Promise<T> {
  const outer = open.getStore();
  if (outer !== undefined) {
    throw new Error(`A transaction of "${outer}" is open; "${scope.actor}" must use it or wait.`);
  }
  return open.run(scope.actor, () =>
    db
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async (begun) => {
        const trx = isNile(db) ? setDatabase(begun.withPlugin(nilePlugin), db) : begun;
        await enter(trx, scope, isPlannedOnce);
        if (isOneStatement) await expectOneStatement(trx);
        return await work(trx);
      }),
  );
}

const variables = [
  'actor',
  'tenant_id',
  'mode',
  'organization_id',
  'reader',
  'visitor',
  'claimant',
  'key_hash',
] as const;

/**
 * Days and hours are those of UTC, and dates are written as pg reads them. A database can have other
 * defaults.
 */
export const utcDates = `set_config('TimeZone', 'UTC', true),
  set_config('DateStyle', 'ISO, MDY', true)`;

/** The statement that sets a scope. Its values are those of `variables`. */
function settingsFor(access: string, planning: string): string {
  const scope = variables.map((name, index) => `set_config('app.${name}', $${index + 1}, true)`);
  // One column, because every column of every transaction has its cost.
  return `select concat(${access} ${utcDates},
    set_config('statement_timeout', '${statementTimeoutMs}', true),
    set_config('lock_timeout', '${lockTimeoutMs}', true),
    set_config('idle_in_transaction_session_timeout', '${idleTimeoutMs}', true),
    ${planning} ${scope.join(', ')}) as settings`;
}

const asLowRole = `set_config('role', 'support_app', true),
  set_config('search_path', 'support', true),`;
const byViews = `set_config('search_path', '${seen}', true),`;
const plannedOnce = `set_config('plan_cache_mode', 'force_generic_plan', true),`;
const settings = {
  rls: { auto: settingsFor(asLowRole, ''), once: settingsFor(asLowRole, plannedOnce) },
  nile: { auto: settingsFor(byViews, ''), once: settingsFor(byViews, plannedOnce) },
};

/** Sets the scope for the rest of the transaction, including all of its settings. */
export async function enter(
  trx: Transaction<Schema>,
  scope: Scope,
  isPlannedOnce = false,
): Promise<void> {
  const tenantId = 'tenantId' in scope ? (scope.tenantId ?? '') : '';
  const visitorHash = 'visitorHash' in scope ? (scope.visitorHash ?? '') : '';
  const mode = 'mode' in scope ? (scope.mode ?? 'live') : '';
  const organizationId = 'organizationId' in scope ? (scope.organizationId ?? '') : '';
  const reader = 'reader' in scope && scope.reader ? JSON.stringify(scope.reader) : '';
  const visitor = scope.actor === 'agent' ? scope.writer : visitorHash;
  const claimant = scope.actor === 'claim' ? scope.claimantHash : '';
  const keyHash = scope.actor === 'auth' ? scope.keyHash : '';
  const proof = scope.actor === 'mail' ? proofOf(scope) : keyHash;
  const isByViews = isNile(trx);
  const values = [scope.actor, tenantId, mode, organizationId, reader, visitor, claimant, proof];
  const text = settings[isByViews ? 'nile' : 'rls'][isPlannedOnce ? 'once' : 'auto'];
  await sendPipelined(trx, { compile: () => CompiledQuery.raw(text, values) });
  if (!isByViews) return;
  // Without an account, a connection sees all accounts, and the views show the part that the scope
  // can see.
  const account = tenantId === '' ? sql`to default` : sql`= ${sql.lit(tenantId)}`;
  await sendPipelined(trx, sql`set local nile.tenant_id ${account}`);
}

function proofOf(scope: Extract<Scope, { actor: 'mail' }>): string {
  return 'replyToken' in scope ? scope.replyToken : scope.inboundDomain;
}
