import { Hono } from 'hono';
import { agentStreamPath } from '../src/contract/agent.ts';
import type { Endpoint } from '../src/contract/endpoint.ts';
import { streamPath } from '../src/contract/live.ts';
import { type Environment, fail, type RequestContext, succeed } from './answer.ts';
import type { Attachments } from './attachments/attachments.ts';
import type { Database } from './db/db.ts';
import { digest } from './digest.ts';
import type { Integrations } from './integrations/integrations.ts';
import type { LiveHub } from './live/hub.ts';
import type { Logger } from './logger.ts';
import { authenticate, checkAccess, readVisitor } from './middleware/authenticate.ts';
import { cors } from './middleware/cors.ts';
import { onError } from './middleware/errors.ts';
import { decodablePath, hardening } from './middleware/hardening.ts';
import { cacheKeys, type FindKey } from './middleware/keyCache.ts';
import {
  createRateLimit,
  defaultRateLimits,
  type RateLimit,
  type RateLimits,
} from './middleware/rateLimit.ts';
import { requestLog } from './middleware/requestLog.ts';
import { addCallback } from './oauth/callback.ts';
import { findKey, findSession } from './queries/keys.ts';
import { refusals } from './refusals.ts';
import type { Caller } from './route.ts';
import { addFiles, fileEndpoint } from './routes/attachments.ts';
import { routes } from './routes/index.ts';
import { addProbes } from './routes/probes.ts';
import { openStream } from './routes/stream.ts';
import { type AnyRoute, type ServeTools, serveRoute } from './serveRoute.ts';
import { addInbound } from './webhooks/receive.ts';

export interface AppDeps {
  database: Database;
  logger: Logger;
  /** Where files are kept, as from `openAttachments`. */
  attachments: Attachments;
  /** As from `createIntegrations`. */
  integrations: Integrations;
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
    integrations: deps.integrations,
  };
  for (const route of table) {
    const { method, path } = route.endpoint;
    app.on(method, basePath + path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => answer(c, route, tools));
  }
  addCallback(app, basePath, tools);
  addInbound(app, basePath, tools);
  const stopping = deps.stopping ?? new AbortController().signal;
  for (const [path, access] of [
    [streamPath, 'visitor'],
    [agentStreamPath, 'agent'],
  ] as const) {
    app.get(basePath + path, async (c) => {
      const { tenantId, visitorHash } = await identify(c, access, tools);
      const isAllowed = () => identify(c, access, tools).then(() => true);
      return openStream(c, deps.live, { tenantId, visitorHash }, isAllowed, stopping);
    });
  }
  app.notFound((c) => answerUnknown(c));
  app.onError(onError);
  return app;
}

const table: readonly AnyRoute[] = Object.values(routes);

interface Tools extends ServeTools {
  findKey: FindKey;
  limit: RateLimit;
  onWritten(): void;
}

async function answer(c: RequestContext, route: AnyRoute, tools: Tools): Promise<Response> {
  const { endpoint } = route;
  const caller = await identify(c, endpoint.access, tools);
  const { reply, replayed, tag } = await serveRoute(c, route, caller, tools);
  if (endpoint.method !== 'GET' && !endpoint.readOnly) tools.onWritten();
  if (replayed) c.header('Idempotent-Replayed', 'true');
  if (tag !== undefined) {
    c.header('ETag', tag);
    c.header('Cache-Control', 'private, no-cache');
    c.header('Vary', 'Authorization');
    if (reply === undefined) return c.body(null, 304);
  }
  return succeed(c, reply, endpoint.idempotent ? 201 : 200);
}

/** Who calls, allowed to use an endpoint of this access and within the limits of rate. */
async function identify(
  c: RequestContext,
  access: Endpoint['access'],
  tools: Tools,
): Promise<Caller> {
  const found = await authenticate(c, tools.findKey);
  const { tenantId, agent } = found;
  c.set('tenantId', tenantId);
  checkAccess(found, access);
  const visitor = access === 'visitor' ? await readVisitor(c, found) : undefined;
  tools.limit(c, { tenantId, visitorHash: visitor?.visitorHash });
  const isStaff = access === 'agent' || access === 'secret';
  return { tenantId, ...visitor, ...(isStaff && { agent }) };
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
