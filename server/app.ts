import { Hono } from 'hono';
import type { Transaction } from 'kysely';
import { agentStreamPath } from '../src/contract/agent.ts';
import { streamPath } from '../src/contract/live.ts';
import { type Environment, fail, type RequestContext, succeed } from './answer.ts';
import type { Attachments } from './attachments/attachments.ts';
import { takeUpload } from './attachments/upload.ts';
import type { Database } from './db/db.ts';
import type { Schema } from './db/schema.ts';
import { inScope, type Scope } from './db/scope.ts';
import { digest } from './digest.ts';
import type { LiveHub } from './live/hub.ts';
import type { Logger } from './logger.ts';
import { readIdempotencyKey } from './middleware/authenticate.ts';
import { readBeacon } from './middleware/beacon.ts';
import { cors } from './middleware/cors.ts';
import { onError } from './middleware/errors.ts';
import { decodablePath, hardening } from './middleware/hardening.ts';
import { identify } from './middleware/identify.ts';
import { readJson } from './middleware/jsonBody.ts';
import { cacheKeys, type FindKey } from './middleware/keyCache.ts';
import {
  createRateLimit,
  defaultRateLimits,
  type RateLimit,
  type RateLimits,
} from './middleware/rateLimit.ts';
import { requestLog } from './middleware/requestLog.ts';
import { once } from './queries/idempotency.ts';
import { findKey, findSession } from './queries/keys.ts';
import { refusals } from './refusals.ts';
import { type Caller, noInput, type Route, type UploadRoute } from './route.ts';
import { addFiles, fileEndpoint } from './routes/attachments.ts';
import { routes } from './routes/index.ts';
import { addProbes } from './routes/probes.ts';
import { openStream } from './routes/stream.ts';

export interface AppDeps {
  database: Database;
  logger: Logger;
  /** Where files are kept, as from `openAttachments`. */
  attachments: Attachments;
  /** How long a key is remembered, and a revoked one may still be accepted. Default 5 seconds. */
  keyCacheMs?: number | undefined;
  /** Default: `defaultRateLimits`. */
  rateLimits?: RateLimits | undefined;
  /** Where streams hear of changes. */
  live: LiveHub;
  /** Ends every stream. */
  stopping?: AbortSignal;
  /** Called after each write, when jobs may be waiting. */
  onWritten?: () => void;
}

/** Where the API begins; clients call it the base URL. */
export const basePath = '/v1/';

/** The API as a Hono app: made for `app.fetch` on any server, and for `app.request` in tests. */
export function createApp(deps: AppDeps): Hono<Environment> {
  const app = new Hono<Environment>();
  app.use(requestLog(deps.logger), hardening, cors, decodablePath);
  addProbes(app, deps.database);
  addFiles(app, basePath, deps.database, deps.attachments);
  const tools: Tools = {
    kysely: deps.database.kysely,
    findKey: cacheKeys(
      (key) => (key.startsWith('as_') ? findSession : findKey)(tools.kysely, digest(key)),
      deps.keyCacheMs ?? 5_000,
    ),
    limit: createRateLimit(deps.rateLimits ?? defaultRateLimits),
    onWritten: deps.onWritten ?? (() => {}),
    files: deps.attachments,
  };
  for (const route of table) {
    const { method, path } = route.endpoint;
    app.on(method, basePath + path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => answer(c, route, tools));
  }
  const stopping = deps.stopping ?? new AbortController().signal;
  for (const [path, access] of [
    [streamPath, 'visitor'],
    [agentStreamPath, 'agent'],
  ] as const) {
    app.get(basePath + path, async (c) => {
      const { tenantId, visitorHash } = await identify(c, { access }, tools);
      const isAllowed = () => identify(c, { access }, tools).then(() => true);
      return openStream(c, deps.live, { tenantId, visitorHash }, isAllowed, stopping);
    });
  }
  app.notFound((c) => answerUnknown(c));
  app.onError(onError);
  return app;
}

const table: readonly (Route | UploadRoute)[] = Object.values(routes);

interface Tools {
  kysely: Database['kysely'];
  findKey: FindKey;
  limit: RateLimit;
  onWritten(): void;
  files: Attachments;
}

async function answer(
  c: RequestContext,
  route: Route | UploadRoute,
  tools: Tools,
): Promise<Response> {
  const { endpoint } = route;
  const beacon = endpoint.beacon ? await readBeacon(c.req.raw) : undefined;
  const caller = await identify(c, endpoint, tools, beacon?.sender);
  const key = endpoint.idempotent ? readIdempotencyKey(c) : undefined;
  const { reply, replayed, tag } =
    'accept' in route
      ? await runRoute(c, route, { tools, caller, key, body: beacon?.body })
      : {
          ...(await takeUpload(c.req.raw, {
            db: tools.kysely,
            scope: scopeOf(caller),
            key: readIdempotencyKey(c),
            files: tools.files,
          })),
          tag: undefined,
        };
  if (endpoint.method !== 'GET') tools.onWritten();
  if (replayed) c.header('Idempotent-Replayed', 'true');
  if (tag !== undefined) {
    c.header('ETag', tag);
    c.header('Cache-Control', 'private, no-cache');
    c.header('Vary', 'Authorization');
    if (reply === undefined) return c.body(null, 304);
  }
  if ('table' in route && route.table && c.req.query('format') === 'csv') {
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="report.csv"');
    return c.body(route.table(reply), 200);
  }
  return succeed(c, reply, endpoint.idempotent ? 201 : 200);
}

interface RunOptions {
  tools: Tools;
  caller: Caller;
  key: string | undefined;
  /** Where it was read already. */
  body: unknown;
}

/** A write with a key runs once; what the caller has already, by its tag, is not made again. */
async function runRoute(
  c: RequestContext,
  { endpoint, accept }: Route,
  { tools, caller, key, body: read }: RunOptions,
): Promise<{ reply: unknown; replayed: boolean; tag?: string | undefined }> {
  const body = endpoint.body === noInput.body ? undefined : (read ?? (await readJson(c.req.raw)));
  const accepted = accept({ params: c.req.param(), query: c.req.query(), body });
  const run = (trx: Transaction<Schema>) => accepted.run(trx, caller, tools.files.links);
  return inScope(tools.kysely, scopeOf(caller), async (trx) => {
    if (key !== undefined) {
      return once(trx, { key, requestHash: digest(accepted.text) }, () => run(trx));
    }
    const version = await accepted.version?.(trx, caller);
    const tag = version && `"${digest(version)}"`;
    const isKnown = tag !== undefined && hasTag(c.req.header('If-None-Match'), tag);
    return { reply: isKnown ? undefined : await run(trx), replayed: false, tag };
  });
}

/** A proxy that compresses may have made the tag a weak one. */
function hasTag(known: string | undefined, tag: string): boolean {
  return known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
}

function scopeOf({ tenantId, visitorHash, agent }: Caller): Scope {
  return agent === undefined
    ? { actor: 'visitor', tenantId, visitorHash }
    : { actor: 'agent', tenantId, writer: `agent:${agent?.id ?? 'key'}` };
}

function answerUnknown(c: RequestContext): Response {
  const methods = [...table.map(({ endpoint }) => endpoint), fileEndpoint]
    .filter(({ path }) => patternOf(path).test(c.req.path))
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  if (methods.length === 0) return fail(c, refusals.notFound('No such endpoint.'));
  const allow = [...methods, 'OPTIONS'].join(', ');
  c.header('Allow', allow);
  if (c.req.method === 'OPTIONS') return c.body(null, 204);
  return fail(c, refusals.methodNotAllowed(`Use ${allow} here.`));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${basePath}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
