import { Hono } from 'hono';
import type { Attachments } from '../attachments/attachments.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { digest } from '../base/digest.ts';
import type { Logger } from '../base/logger.ts';
import type { Checks } from '../checker/check.ts';
import type { Integrations } from '../connections/integrations.ts';
import type { DatabaseAccess } from '../db/db.ts';
import { cacheAccounts } from '../http/accountCache.ts';
import { readBeacon } from '../http/beacon.ts';
import { decodablePath } from '../http/decodablePath.ts';
import { type Environment, fail, type RequestContext, succeed } from '../http/envelope.ts';
import { onError } from '../http/errors.ts';
import { type Gates, identify } from '../http/identify.ts';
import { cacheKeys } from '../http/keyCache.ts';
import { createRateLimit, defaultRateLimits, type RateLimits } from '../http/rateLimit.ts';
import { requestLog } from '../http/requestLog.ts';
import { createResponse, responseHeaders, setHeader } from '../http/responseHeaders.ts';
import { type AnyRoute, type ServeTools, serveRoute } from '../http/serveRoute.ts';
import { cacheTeams } from '../http/teamCache.ts';
import { createInPlaceReader } from '../kb/articleReader.ts';
import type { ChatModel } from '../kb/written/chatModel.ts';
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
import { addStreams } from '../routes/stream.ts';
import { addWrittenAnswers } from '../routes/writtenAnswer.ts';
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
  /** Time for which a key is cached. A revoked key can still be accepted for this time. Default 5 seconds. */
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
  /** The model that writes answers. Default: none. */
  chatModel?: ChatModel | undefined;
  /** Ends every stream. */
  stopping?: AbortSignal;
  /** Undefined if metrics are disabled. */
  metrics?: MetricsAccess | undefined;
  /** Called after each write, because it may have queued jobs. */
  onWritten?: () => void;
  /** Called when a provider has sent events. */
  onReceived?: () => void;
}

/** The figures of a team change slowly, so they are cached for longer than keys: five minutes. */
const teamCacheFactor = 60;

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
    readTeam: cacheTeams(deps.database.kysely, accounts.read, keyCacheMs * teamCacheFactor),
    reserveNumber: createTicketNumbers(deps.database.kysely),
    onManaged() {
      keys.forget();
      accounts.forgetAll();
    },
    onStaffWritten: accounts.forget,
    limit: createRateLimit(deps.rateLimits ?? defaultRateLimits, (tokens) =>
      takeTokens(tools.kysely, tokens),
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
    canWriteAnswers: deps.chatModel !== undefined,
  };
  for (const route of table) {
    const { method, path } = route.endpoint;
    app.on(method, basePath + path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
      respond(c, route, tools),
    );
  }
  addCallback(app, basePath, tools);
  addWrittenAnswers(app, basePath, { ...tools, chatModel: deps.chatModel });
  const publicPages = { ...deps, readAccount: accounts.read, limit: tools.limit };
  addHelpCenter(app, basePath, publicPages);
  addMcp(app, basePath, publicPages);
  addInbound(app, basePath, { ...tools, keyCacheMs, onReceived });
  addStreams(app, basePath, { ...tools, ...deps });
  app.notFound((c) => answerUnknown(c));
  app.onError(onError);
  return app;
}

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

async function respond(c: RequestContext, route: AnyRoute, tools: Tools): Promise<Response> {
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
  if (methods.length === 0) return fail(c, apiErrors.noEndpoint());
  const allow = [...methods, 'OPTIONS'].join(', ');
  setHeader(c, 'Allow', allow);
  if (c.req.method === 'OPTIONS') return createResponse(c, null, 204);
  return fail(
    c,
    apiErrors.methodNotAllowed(
      `This endpoint does not accept ${c.req.method}. Use one of: ${allow}.`,
    ),
  );
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${basePath}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
