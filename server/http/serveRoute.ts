import type { Transaction } from 'kysely';
import type { Attachments } from '../attachments/attachments.ts';
import { takeUpload } from '../attachments/upload.ts';
import { digest } from '../base/digest.ts';
import type { Database } from '../db/db.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, type Scope } from '../db/scope.ts';
import { once } from '../queries/idempotency.ts';
import type { RequestContext } from './answer.ts';
import { readIdempotencyKey } from './authenticate.ts';
import { readJson } from './jsonBody.ts';
import {
  type Caller,
  noInput,
  type OutwardRoute,
  type Route,
  type RouteTools,
  type UploadRoute,
} from './route.ts';

export type AnyRoute = Route | OutwardRoute | UploadRoute;

export interface ServeTools extends Pick<RouteTools, 'integrations' | 'checkNow'> {
  kysely: Database['kysely'];
  files: Attachments;
}

interface Served {
  reply: unknown;
  /** A write with this key was done before. */
  replayed: boolean;
  /** Its ETag; the reply is undefined where the caller has it already. */
  tag?: string | undefined;
}

/**
 * Runs the handler of an endpoint for a caller who may use it. A write with a key runs once; what the
 * caller has already, by its tag, is not made again. `readBody` where the body was read before.
 */
export async function serveRoute(
  c: RequestContext,
  route: AnyRoute,
  caller: Caller,
  { kysely, files, integrations, checkNow }: ServeTools,
  readBody?: unknown,
): Promise<Served> {
  const scope = scopeOf(caller);
  if (!('accept' in route) && !('acceptOutward' in route)) {
    return takeUpload(c.req.raw, { db: kysely, scope, key: readIdempotencyKey(c), files });
  }
  const { endpoint } = route;
  const key = endpoint.idempotent ? readIdempotencyKey(c) : undefined;
  const takesBody = 'body' in endpoint && endpoint.body !== noInput.body;
  const body = takesBody ? (readBody ?? (await readJson(c.req.raw))) : undefined;
  const raw = { params: c.req.param(), query: c.req.query(), body };
  const tools = { links: files.links, integrations, checkNow };
  if ('acceptOutward' in route) {
    const inOwnScope = <T>(work: (trx: Transaction<Schema>) => Promise<T>) =>
      inScope(kysely, scope, work);
    const run = route.acceptOutward(raw);
    return { reply: await run({ caller, inScope: inOwnScope, ...tools }), replayed: false };
  }
  const accepted = route.accept(raw);
  const run = (trx: Transaction<Schema>) => accepted.run(trx, caller, tools);
  const { isOneStatement = false } = route;
  const serve = async (trx: Transaction<Schema>): Promise<Served> => {
    if (key !== undefined) {
      return once(trx, { key, requestHash: digest(accepted.text) }, () => run(trx));
    }
    const version = await accepted.version?.(trx, caller);
    const tag = version && `"${digest(version)}"`;
    const isKnown = tag !== undefined && hasTag(c.req.header('If-None-Match'), tag);
    return { reply: isKnown ? undefined : await run(trx), replayed: false, tag };
  };
  return inScope(kysely, scope, serve, { isOneStatement });
}

/** A proxy that compresses may have made the tag a weak one. */
function hasTag(known: string | undefined, tag: string): boolean {
  return known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
}

function scopeOf({ tenantId, visitorHash, signed, agent }: Caller): Scope {
  return agent === undefined
    ? { actor: 'visitor', tenantId, visitorHash, organizationId: signed?.organization?.id }
    : { actor: 'agent', tenantId, writer: `agent:${agent?.id ?? 'key'}` };
}
