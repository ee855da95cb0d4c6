import { setMaxListeners } from 'node:events';
import { Hono } from 'hono';
import { agentStreamPath } from '../../src/contract/agent.ts';
import { streamPath } from '../../src/contract/live.ts';
import type { Attachments } from '../attachments/attachments.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { digest } from '../base/digest.ts';
import type { Logger } from '../base/logger.ts';
import type { Checks } from '../checker/check.ts';
import type { Integrations } from '../connections/integrations.ts';
import type { DatabaseAccess } from '../db/db.ts';
import { cacheAccounts } from '../http/accountCache.ts';
import { type Environment, fail, type RequestContext, succeed } from '../http/answer.ts';
import { isGuest } from '../http/authenticate.ts';
import { readBeacon } from '../http/beacon.ts';
import { decodablePath } from '../http/decodablePath.ts';
import { onError } from '../http/errors.ts';
import { type Gates, identify } from '../http/identify.ts';
import { cacheKeys } from '../http/keyCache.ts';
import { createRateLimit, defaultRateLimits, type RateLimits } from '../http/rateLimit.ts';
import { requestLog } from '../http/requestLog.ts';
import { createResponse, responseHeaders, setHeader } from '../http/responseHeaders.ts';
import { type AnyRoute, type ServeTools, serveRoute } from '../http/serveRoute.ts';
import { createInPlaceReader } from '../kb/articleReader.ts';
import type { LiveHub } from '../live/hub.ts';
import { findKey, findSession } from '../queries/keys.ts';
import { takeTokens } from '../queries/rateBuckets.ts';
import { hasTenant } from '../queries/tenants.ts';
import { createTicketNumbers } from '../queries/ticketNumbers.ts';
import { addFiles, fileEndpoint } from '../routes/attachments.ts';
import { addCallback } from '../routes/callback.ts';
import { addHelpCenter } from '../routes/helpCenter.ts';
import { routes } from '../routes/index.ts';
import { addMcp } from '../routes/mcp.ts';
import { addDocument } from '../routes/openapi.ts';
import { addPictures, pictureEndpoint } from '../routes/pictures.ts';
import { addProbes } from '../routes/probes.ts';
import { openStream } from '../routes/stream.ts';
import { addInbound } from '../webhooks/in/receive.ts';
import { addMetrics, type MetricsAccess, timeRequests } from './metrics.ts';

export interface AppDeps extends Partial<Pick<ServeTools, 'articles'>> {
  database: DatabaseAccess;
  logger: Logger;
  /** The file services, from `openAttachments`. */
  attachments: Attachments;
  /** From `createIntegrations`. */
  integrations: Integrations;
  /** From `createChecks`. */
  checks: Pick<Checks, 'checkNow'>;
  /** How long a key is cached. A revoked key can still be accepted for this time. Default 5 seconds. */
  keyCacheMs?: number | undefined;
  /** Default: `defaultRateLimits`. */
  rateLimits?: RateLimits | undefined;
  /** Each of these tokens gives access to `admin/*`. Default: none. */
  adminTokens?: readonly string[] | undefined;
  /** Publishes changes to streams. */
  live: LiveHub;
  /** Whether changes reach `live`. Otherwise streams send `resync` with every heartbeat. Default true. */
  isLive?: boolean;
  /** Public address of the server, for the pages of help centers. Default: the address of the request. */
  publicUrl?: string | undefined;
  /** Ends every stream. */
  stopping?: AbortSignal;
  /** Undefined if metrics are disabled. */
  metrics?: MetricsAccess | undefined;
  /** Called after each write, because it may have queued jobs. */
  onWritten?: () => void;
  /** Called when a provider has sent events. */
  onReceived?: () => void;
}

/** The path prefix of the API; clients call it the base URL. */
export const basePath = '/v1/';

/** Creates the API as a Hono app. Without `articles`, articles are read on the calling thread. */
export function createApp(deps: AppDeps): Hono<Environment> {
  const app = new Hono<Environment>();
  if (deps.metrics) app.use(timeRequests(deps.metrics));
  app.use(requestLog(deps.logger), responseHeaders, decodablePath);
  addProbes(app, deps.database);
  addDocument(app, basePath);
  if (deps.metrics) addMetrics(app, deps.metrics);
  addFiles(app, basePath, deps.database, deps.attachments);
  addPictures(app, basePath, deps.database, deps.attachments);
  const { keyCacheMs = 5_000, onReceived = () => {} } = deps;
  const accounts = cacheAccounts(deps.database.kysely, keyCacheMs);
  const keys = cacheKeys(
    (key) => (key.startsWith('as_') ? findSession : findKey)(tools.kysely, digest(key)),
    keyCacheMs,
  );
  const tools: Tools = {
    kysely: deps.database.kysely,
    findKey: keys.find,
    readAccount: accounts.read,
    takeNumber: createTicketNumbers(deps.database.kysely),
    onManaged() {
      keys.forget();
      accounts.forgetAll();
    },
    onStaffWritten: accounts.forget,
    limit: createRateLimit(deps.rateLimits ?? defaultRateLimits, (wanted) =>
      takeTokens(tools.kysely, wanted),
    ),
    operator: {
      tokens: deps.adminTokens ?? [],
      hasAccount: (id) => hasTenant(tools.kysely, id),
    },
    onWritten: deps.onWritten ?? (() => {}),
    files: deps.attachments,
    integrations: deps.integrations,
    articles: deps.articles ?? createInPlaceReader(),
    checkNow: deps.checks.checkNow,
  };
  for (const route of table) {
    const { method, path } = route.endpoint;
    app.on(method, basePath + path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => answer(c, route, tools));
  }
  addCallback(app, basePath, tools);
  const publicPages = { ...deps, readAccount: accounts.read, limit: tools.limit };
  addHelpCenter(app, basePath, publicPages);
  addMcp(app, basePath, publicPages);
  addInbound(app, basePath, { ...tools, keyCacheMs, onReceived });
  const stopping = deps.stopping ?? new AbortController().signal;
  // Every stream adds a listener to it. Node.js would warn of a leak above ten.
  setMaxListeners(0, stopping);
  for (const [path, access] of [
    [streamPath, 'visitor'],
    [agentStreamPath, 'agent'],
  ] as const) {
    app.get(basePath + path, async (c) => {
      const rights = access === 'visitor' && isGuest(c) ? guest : { access };
      const needed = { method: 'GET', path, ...rights } as const;
      const { tenantId, visitorHash, signed, mode } = await identify(c, needed, tools);
      // This check is not a request of the caller, so it does not count towards rate limits.
      const isAllowed = () => identify(c, needed, { ...tools, async limit() {} }).then(() => true);
      const reader = { tenantId, visitorHash, mode, organizationId: signed?.organization?.id };
      return openStream(c, deps, reader, isAllowed, stopping);
    });
  }
  app.notFound((c) => answerUnknown(c));
  app.onError(onError);
  return app;
}

/** An anonymous visitor receives events that concern everyone. Each stream has a new identity. */
const guest = { access: 'key', beacon: true } as const;

const table: readonly AnyRoute[] = Object.values(routes);

/** The access of endpoints that change no settings. */
const byVisitors: readonly string[] = ['visitor', 'guest', 'key'];

interface Tools extends ServeTools, Gates {
  /** Called after a change by the account's agents or servers, because it may have changed a setting. */
  onStaffWritten(tenantId: string): void;
  onWritten(): void;
  /** Called after a change by an admin or the operator, so that it applies to this process immediately. */
  onManaged(): void;
}

async function answer(c: RequestContext, route: AnyRoute, tools: Tools): Promise<Response> {
  const { endpoint } = route;
  const beacon = endpoint.beacon ? await readBeacon(c.req.raw) : undefined;
  const caller = await identify(c, endpoint, tools, beacon?.sender);
  const { reply, replayed, tag } = await serveRoute(c, route, caller, tools, beacon?.body);
  const { access, method, readOnly } = endpoint;
  if (method !== 'GET' && !readOnly) tools.onWritten();
  if (method !== 'GET' && (access === 'admin' || access === 'operator')) tools.onManaged();
  else if (method !== 'GET' && !byVisitors.includes(access)) tools.onStaffWritten(caller.tenantId);
  if (replayed) setHeader(c, 'Idempotent-Replayed', 'true');
  if (tag !== undefined) {
    setHeader(c, 'ETag', tag);
    setHeader(c, 'Cache-Control', 'private, no-cache');
    setHeader(c, 'Vary', 'Authorization');
    if (reply === undefined) return createResponse(c, null, 304);
  }
  if ('table' in route && route.table && c.req.query('format') === 'csv') {
    setHeader(c, 'Content-Disposition', 'attachment; filename="report.csv"');
    return createResponse(c, route.table(reply), 200, 'text/csv; charset=utf-8');
  }
  return succeed(c, reply, endpoint.idempotent ? 201 : 200);
}

function answerUnknown(c: RequestContext): Response {
  const methods = [...table.map(({ endpoint }) => endpoint), fileEndpoint, pictureEndpoint]
    .filter(({ path }) => patternOf(path).test(c.req.path))
    .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  if (methods.length === 0) return fail(c, apiErrors.notFound('No such endpoint.'));
  const allow = [...methods, 'OPTIONS'].join(', ');
  setHeader(c, 'Allow', allow);
  if (c.req.method === 'OPTIONS') return createResponse(c, null, 204);
  return fail(c, apiErrors.methodNotAllowed(`Use ${allow} here.`));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${basePath}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
