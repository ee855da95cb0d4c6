import { type Endpoint, headers, proofRequired } from '../contract/endpoint.ts';
import { loadChunk } from '../core/chunk.ts';
import { AuthenticationError, NetworkError, PenguinMailsError, TimeoutError } from '../errors.ts';
import type { Identity } from './identity.ts';
import { readReply } from './reply.ts';
import { serialise } from './serialise.ts';

export interface ClientOptions {
  /** Absolute address with a trailing slash. */
  baseUrl: string;
  apiKey: string;
  /** Called only for endpoints of a visitor. */
  visitorId: () => string;
  /** The signed identity of the visitor; it replaces the random id. */
  identity?: Identity | null;
  /** Milliseconds until a request counts as lost. Default 30,000. */
  timeout?: number;
  /** Aborted when the widget is destroyed: pending requests end, and no new ones are sent. */
  ended?: AbortSignal;
}

/** The input of a call. The `Input` type of an endpoint defines which parts it has. */
export interface RequestInput {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
  idempotencyKey?: string;
  /** The proof of work for this key, after the backend has demanded one. */
  proof?: string;
  /** Reads a successful response that is not an envelope. */
  read?: (response: Response) => Promise<unknown>;
}

/**
 * Sends one request without retries. Returns the `data` of the reply, validated against the
 * contract.
 * @throws PenguinMailsError; after an abort by the caller's signal, the signal's reason
 */
export async function request(
  endpoint: Endpoint,
  untrusted: RequestInput,
  options: ClientOptions,
  signal?: AbortSignal,
): Promise<unknown> {
  // Hides properties that the page has added to `Object.prototype`.
  const input: RequestInput = Object.assign(Object.create(null), untrusted);
  return withNewToken(options, () => requestOnce(endpoint, input, options, signal));
}

/**
 * Sends a request. If its token is rejected, sends it once more with a new one: the token may have
 * expired in transit, or its key was changed.
 */
export async function withNewToken<T>(
  { identity }: ClientOptions,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof AuthenticationError) || !identity || !(await identity.token()))
      throw error;
    identity.forget();
    return send();
  }
}

async function requestOnce(
  endpoint: Endpoint,
  input: RequestInput,
  options: ClientOptions,
  signal?: AbortSignal,
): Promise<unknown> {
  const enders = [signal, options.ended];
  for (const one of enders) one?.throwIfAborted();
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), options.timeout ?? 30_000);
  const stop = () => limit.abort();
  for (const one of enders) one?.addEventListener('abort', stop);
  try {
    const headers = await headersOf(endpoint, input, options);
    for (const one of enders) one?.throwIfAborted();
    const response = await fetch(addressOf(endpoint, input, options.baseUrl), {
      method: endpoint.method,
      headers,
      body: input.body === undefined ? null : serialise(input.body),
      signal: limit.signal,
      credentials: 'omit',
      referrerPolicy: 'origin',
      // With an ETag the browser revalidates its cached response.
      cache: endpoint.etag ? 'no-cache' : 'no-store',
    });
    if (response.status === proofRequired && !input.proof) {
      const { findProof } = await loadChunk(() => import('./findProof.ts'));
      input.proof = await findProof(options, input, limit.signal);
      return await requestOnce(endpoint, input, options, signal);
    }
    if (response.ok && input.read) return await input.read(response);
    return readReply(endpoint, response, await response.text());
  } catch (cause) {
    for (const one of enders) one?.throwIfAborted();
    if (limit.signal.aborted)
      throw new TimeoutError('The request timed out.', { code: 'TIMEOUT', cause });
    if (cause instanceof PenguinMailsError) throw cause;
    // A `fetch` that the page has wrapped can throw anything.
    throw new NetworkError('The backend could not be reached.', { code: 'NETWORK', cause });
  } finally {
    clearTimeout(timer);
    for (const one of enders) one?.removeEventListener('abort', stop);
  }
}

export function addressOf(
  { path }: Endpoint,
  { params, query }: RequestInput,
  baseUrl: string,
): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  );
  const url = new URL(filled, baseUrl);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

async function headersOf(
  endpoint: Endpoint,
  input: RequestInput,
  options: ClientOptions,
): Promise<Headers> {
  const result = new Headers(await credentialsOf(options, endpoint.access));
  result.set('Accept', 'application/json');
  if (input.body !== undefined) result.set('Content-Type', 'application/json');
  if (input.idempotencyKey) result.set(headers.idempotencyKey, input.idempotencyKey);
  if (input.proof) result.set(headers.proof, input.proof);
  return result;
}

export function keyOf({ apiKey }: ClientOptions): Record<string, string> {
  return { Authorization: `Bearer ${apiKey}` };
}

/**
 * Returns the headers with the key of the page and the identity of the visitor. A guest is only
 * identified if the host identifies them.
 */
export async function credentialsOf(
  options: ClientOptions,
  access: Endpoint['access'],
): Promise<Record<string, string>> {
  const isVisitors = access === 'visitor';
  const token = (isVisitors || access === 'guest') && (await options.identity?.token());
  return {
    ...keyOf(options),
    ...(token
      ? { [headers.identity]: token }
      : isVisitors && { [headers.visitor]: options.visitorId() }),
  };
}
