import type { Transaction } from 'kysely';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type { Attachments } from '../attachments/attachments.ts';
import { cleanAttachments } from '../attachments/cleaning.ts';
import { digest } from '../base/digest.ts';
import { readerOf } from '../base/reader.ts';
import type { Database } from '../db/db.ts';
import type { Schema } from '../db/schema.ts';
import { enter, inScope, type Scope } from '../db/scope.ts';
import { type Change, insertAuditEntry, insertOperatorEntry } from '../queries/audit.ts';
import { deleteStoredAccount } from '../queries/closedAccounts.ts';
import { runOnce } from '../queries/idempotency.ts';
import { entryOf, isAudited } from './audited.ts';
import { readIdempotencyKey } from './authenticate.ts';
import type { RequestContext } from './envelope.ts';
import type { ExternalRoute } from './externalRoute.ts';
import { readJson } from './jsonBody.ts';
import { expectProof } from './proofOfWork.ts';
import {
  type Caller,
  noInput,
  type Preparation,
  type Route,
  type RouteTools,
  type UploadRoute,
} from './route.ts';

export type AnyRoute = Route | ExternalRoute | UploadRoute;

export interface ServeTools
  extends Pick<RouteTools, 'integrations' | 'checkNow' | 'canWriteAnswers'>,
    Omit<Preparation, 'inAccount' | 'expectProof'> {
  kysely: Database['kysely'];
  files: Attachments;
}

interface Served {
  reply: unknown;
  /** The reply is that of an earlier write with the same key. */
  replayed: boolean;
  /** ETag of the reply. The reply is undefined if the caller already has this version. */
  tag?: string | undefined;
}

/**
 * Runs the handler of an endpoint for an authorized caller. A write with an idempotency key runs
 * once. A reply whose ETag the caller already has is not created again. `readBody`: the body, if it
 * was read before.
 */
export async function serveRoute(
  c: RequestContext,
  route: AnyRoute,
  caller: Caller,
  services: ServeTools,
  readBody?: unknown,
): Promise<Served> {
  const { kysely, files, integrations, checkNow, canWriteAnswers } = services;
  const { readAccount, readTeam, reserveNumber, articles } = services;
  const scope = scopeOf(caller, route.endpoint);
  if (!('accept' in route) && !('acceptExternal' in route)) {
    const key = route.endpoint.idempotent ? keyOfWrite(c, caller) : undefined;
    const { tenantId } = caller;
    const taken = await route.take(c.req.raw, { db: kysely, scope, tenantId, key, files });
    if (isAudited(route.endpoint) && !taken.replayed) {
      const use = { by: caller.by, params: c.req.param(), requestId: c.get('requestId') };
      await inScope(kysely, scope, (trx) =>
        insertAuditEntry(trx, entryOf(route.endpoint, use, {})),
      );
    }
    return taken;
  }
  const { endpoint } = route;
  const key = endpoint.idempotent ? keyOfWrite(c, caller) : undefined;
  const takesBody = 'body' in endpoint && endpoint.body !== noInput.body;
  const body = takesBody
    ? (readBody ?? (await readJson(c.req.raw, endpoint.bodyBytes)))
    : undefined;
  const raw = { params: c.req.param(), query: c.req.query(), body };
  let change: Change = {};
  const note = (more: Change) => {
    change = { ...change, ...more };
  };
  const entry = () => {
    const use = { by: caller.by, params: raw.params, requestId: c.get('requestId') };
    return entryOf(endpoint, use, change);
  };
  const audit = async (trx: Transaction<Schema>) => {
    if (!isAudited(endpoint)) return;
    await insertAuditEntry(trx, entry());
    if (endpoint.access !== 'operator') return;
    await enter(trx, { actor: 'server' });
    await insertOperatorEntry(trx, entry());
  };
  const deleteAccount = async (id: string) => {
    const isDone = await deleteStoredAccount(kysely, id, entry());
    if (isDone) await cleanAttachments(kysely, files);
    return isDone;
  };
  const tools = {
    ...{ links: files.links, integrations, checkNow, canWriteAnswers },
    ...{ note, deleteAccount },
  };
  if ('acceptExternal' in route) {
    const inOwnScope = <T>(work: (trx: Transaction<Schema>) => Promise<T>) =>
      inScope(kysely, scope, work);
    const run = route.acceptExternal(raw);
    const reply = await run({ caller, inScope: inOwnScope, readAccount, readTeam, ...tools });
    // For the operator, the entry is in the transaction of the change.
    if (isAudited(endpoint) && endpoint.access !== 'operator') await inOwnScope(audit);
    return { reply, replayed: false };
  }
  const accepted = route.accept(raw);
  const inAccount = <T>(work: (trx: Transaction<Schema>) => Promise<T>) =>
    inScope(kysely, { actor: 'operator', tenantId: caller.tenantId }, work);
  const handle = await accepted.prepare(caller, {
    readAccount,
    readTeam,
    reserveNumber,
    articles,
    inAccount,
    expectProof: () => expectProof(c),
  });
  const run = async (trx: Transaction<Schema>) => {
    const reply = await handle(trx, caller, tools);
    await audit(trx);
    return reply;
  };
  if (key !== undefined) {
    return runOnce(kysely, scope, { key, requestHash: digest(accepted.text) }, run);
  }
  const { isOneStatement = false } = route;
  const serve = async (trx: Transaction<Schema>): Promise<Served> => {
    const version = await accepted.version?.(trx, caller);
    const tag = version && `"${digest(version)}"`;
    const isKnown = tag !== undefined && hasTag(c.req.header('If-None-Match'), tag);
    return { reply: isKnown ? undefined : await run(trx), replayed: false, tag };
  };
  return inScope(kysely, scope, serve, { isOneStatement });
}

/** A proxy that compresses responses may have made the ETag weak. */
function hasTag(known: string | undefined, tag: string): boolean {
  return known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
}

function scopeOf(
  { tenantId, visitorHash, signed, agent, mode }: Caller,
  { access }: Endpoint,
): Scope {
  if (access === 'operator') return { actor: 'server' };
  if (access === 'admin') return { actor: 'operator', tenantId };
  return agent === undefined
    ? visitorScope({ tenantId, visitorHash, signed, mode })
    : { actor: 'agent', tenantId, writer: writerOf(agent?.id ?? 'key', mode), mode };
}

/** Returns the scope of a visitor. Only signed values decide what it includes. */
export function visitorScope({
  tenantId,
  visitorHash,
  signed,
  mode,
}: Pick<Caller, 'tenantId' | 'visitorHash' | 'signed' | 'mode'>): Scope {
  const organizationId = signed?.organization?.id;
  return {
    actor: 'visitor',
    tenantId,
    visitorHash,
    organizationId,
    reader: readerOf(signed),
    mode,
  };
}

/** Idempotency keys are separate for each mode, like the data. */
function writerOf(id: string, mode: KeyMode): string {
  return mode === 'test' ? `agent:${id}:test` : `agent:${id}`;
}

/** Separates writes of test data and live data that have the same key. */
function keyOfWrite(c: RequestContext, { mode }: Caller): string {
  const key = readIdempotencyKey(c);
  return mode === 'test' ? `test ${key}` : key;
}
