import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import * as z from 'zod/mini';
import { listAccounts } from '../../src/contract/adminAccount.ts';
import { accountHeader } from '../../src/contract/adminEndpoints.ts';
import {
  type Body,
  type Endpoint,
  headers,
  type PathParams,
  type Query,
} from '../../src/contract/endpoint.ts';
import { Failure } from '../../src/contract/envelope.ts';
import { ConfigurationError } from '../../src/errors.ts';
import type { Database } from '../db/db.ts';
import { wrongArguments } from './command.ts';
import type { ServerEnvironment } from './environment.ts';
import type { Fetch } from './listen.ts';
import { type LocalAddress, readLocalAddress } from './localAccess.ts';

/** The input of an endpoint. */
interface Input<E extends Endpoint> {
  account?: string | undefined;
  params?: PathParams<E>;
  query?: Partial<Query<E>>;
  /** Replaces the JSON body. */
  file?: { name: string; content: Uint8Array<ArrayBuffer> };
  body?: E['body'] extends z.ZodMiniType ? z.input<E['body']> : Body<E>;
}

/** The API of a server, for a client with an operator token or a secret key. */
export interface AdminApi {
  /** @throws ConfigurationError with the message of the API error */
  call<E extends Endpoint>(endpoint: E, input?: Input<E>): Promise<z.infer<E['reply']>>;
}

/** Timeout of a request to a running server. */
const answerTimeoutMs = 10_000;

/**
 * Runs `work` with an API client. It uses the server that has the data folder open. If no server is
 * running, it opens the environment's database in this process and migrates its tables.
 */
export async function withAdminApi(
  work: (api: AdminApi, environment: ServerEnvironment) => Promise<void>,
): Promise<void> {
  const { readEnvironment } = await import('./environment.ts');
  const environment = readEnvironment(process.env, { port: 0 });
  const address = environment.databaseUrl === undefined ? await findServer(environment) : undefined;
  if (address !== undefined) {
    await work(createAdminApi(fetch, address), environment);
    return;
  }
  const { withDatabase } = await import('./withDatabase.ts');
  await withDatabase(async (database) => {
    const token = randomBytes(32).toString('base64url');
    const app = await openAdminApp(database, environment, token);
    await work(createAdminApi(app, { url: 'http://local.invalid/v1/', token }), environment);
  });
}

/** Returns the server that has the embedded database open, or undefined if none responds. */
export async function findServer({
  dataDir,
}: Pick<ServerEnvironment, 'dataDir'>): Promise<LocalAddress | undefined> {
  const address = readLocalAddress(dataDir);
  if (address === undefined) return undefined;
  // A server that ended without removing its file may have left its port to another program.
  const response = await fetch(address.url + listAccounts.path, {
    headers: { Authorization: `Bearer ${address.token}` },
    signal: AbortSignal.timeout(answerTimeoutMs),
  }).catch(() => undefined);
  await response?.body?.cancel();
  return response?.ok ? address : undefined;
}

async function openAdminApp(
  database: Database,
  environment: ServerEnvironment,
  token: string,
): Promise<Fetch> {
  const { openAttachments } = await import('../attachments/attachments.ts');
  const { createLogger } = await import('../base/logger.ts');
  const { openVault } = await import('../base/vault.ts');
  const { createChecks } = await import('../checker/check.ts');
  const { createIntegrations } = await import('../connections/integrations.ts');
  const { createLiveHub } = await import('../live/hub.ts');
  const { createApp } = await import('./app.ts');
  const { kysely: db, isEmbedded } = database;
  const { encryptionKeys: configured, folder, attachmentDir } = environment;
  const logger = createLogger('silent');
  const vault = openVault({ configured, isEmbedded, folder: dirname(folder) });
  const integrations = createIntegrations({ db, logger, vault });
  // Commands create no links to files, so any secret works.
  const files = { ...environment, attachmentSecret: environment.attachmentSecret ?? token };
  const app = createApp({
    database,
    logger,
    attachments: await openAttachments(attachmentDir, files, isEmbedded),
    integrations,
    checks: createChecks({ db, logger, ...integrations }),
    live: createLiveHub(),
    adminTokens: [token],
  });
  return app.fetch;
}

export function createAdminApi(fetch: Fetch, { url, token }: LocalAddress): AdminApi {
  return {
    async call<E extends Endpoint>(endpoint: E, input: Input<E> = {}) {
      const { account, params = {}, query = {}, body, file } = input;
      const paramValues = new Map<string, unknown>(Object.entries(params));
      const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
        partOfPath(String(paramValues.get(name) ?? '')),
      );
      const search = new URLSearchParams(
        Object.entries(query).flatMap(([name, value]): [string, string][] =>
          value === undefined ? [] : [[name, String(value)]],
        ),
      ).toString();
      const request = new Request(`${url}${path}${search && `?${search}`}`, {
        method: endpoint.method,
        headers: {
          Authorization: `Bearer ${token}`,
          // A command can be busy for longer than a server keeps an idle connection open. A request
          // on a connection that is being closed would fail.
          Connection: 'close',
          ...(account !== undefined && { [accountHeader]: account }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(file && { [headers.fileName]: encodeURIComponent(file.name) }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file && { body: file.content }),
      });
      const response = await read(fetch, request);
      const failure = z.safeParse(Failure, response);
      if (failure.success) throw commandError(failure.data);
      const { data } = z.parse(z.object({ data: z.unknown() }), response);
      const reply: E['reply'] = endpoint.reply;
      return z.parse(reply, data);
    },
  };
}

/** @throws ConfigurationError if the id would change the path of the request */
function partOfPath(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw wrongArguments(`"${id}" is not an id.`);
  return encodeURIComponent(id);
}

/**
 * Returns the JSON response of a server.
 * @throws ConfigurationError if no server is reached, or another program responds
 */
async function read(fetch: Fetch, request: Request): Promise<unknown> {
  const { origin, pathname } = new URL(request.url);
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new ConfigurationError(
      `${origin} does not respond (${reason instanceof Error ? reason.message : String(reason)}). Start the server, or correct the address.`,
      'url',
    );
  }
  try {
    return await response.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigurationError(
      `${origin}${pathname} is not the API of a support server: it responds with ${response.status} without JSON. Correct the address; it ends with /v1/.`,
      'url',
    );
  }
}

/** The details say more than the message of a validation error, which is about fields of a form. */
function commandError({ error }: z.infer<typeof Failure>): ConfigurationError {
  const details = error.details.map(({ field, message }) => `${field}: ${message}`);
  const lines = details.length > 0 ? details : [error.message];
  return new ConfigurationError(lines.join('\n'), error.code);
}
