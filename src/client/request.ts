import { type Endpoint, headers } from '../contract/endpoint.ts';
import { NetworkError, TimeoutError } from '../errors.ts';
import { readReply } from './reply.ts';
import { serialise } from './serialise.ts';

export interface ClientOptions {
  /** Ends with a slash. */
  baseUrl: string;
  apiKey: string;
  /** Asked only for endpoints of a visitor. */
  visitorId: () => string;
  /** Milliseconds until a request counts as lost. Default 30,000. */
  timeout?: number;
}

/** What a call may give; which parts an endpoint takes is checked by its `Input` type. */
export interface RequestInput {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
  idempotencyKey?: string;
}

/**
 * Sends one request, once, and gives `data` of the reply, checked against the contract.
 * @throws a `PenguinMailsError`; an abort by the caller's signal throws that signal's reason.
 */
export async function request(
  endpoint: Endpoint,
  input: RequestInput,
  options: ClientOptions,
  signal?: AbortSignal,
): Promise<unknown> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), options.timeout ?? 30_000);
  const stop = () => limit.abort();
  signal?.addEventListener('abort', stop);
  try {
    signal?.throwIfAborted();
    const response = await fetch(addressOf(endpoint, input, options.baseUrl), {
      method: endpoint.method,
      headers: headersOf(endpoint, input, options),
      body: input.body === undefined ? null : serialise(input.body),
      signal: limit.signal,
      credentials: 'omit',
      referrerPolicy: 'origin',
      cache: 'no-store',
    });
    return readReply(endpoint, response, await response.text());
  } catch (cause) {
    signal?.throwIfAborted();
    if (limit.signal.aborted)
      throw new TimeoutError('No answer in time.', { code: 'TIMEOUT', cause });
    if (cause instanceof TypeError || cause instanceof DOMException) {
      throw new NetworkError('The backend could not be reached.', { code: 'NETWORK', cause });
    }
    throw cause;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function addressOf({ path }: Endpoint, { params, query }: RequestInput, baseUrl: string): URL {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  );
  const url = new URL(filled, new URL(baseUrl, location.href));
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}

function headersOf(endpoint: Endpoint, input: RequestInput, options: ClientOptions): Headers {
  const result = new Headers({
    Authorization: `Bearer ${options.apiKey}`,
    Accept: 'application/json',
  });
  if (endpoint.access === 'visitor') result.set(headers.visitor, options.visitorId());
  if (input.body !== undefined) result.set('Content-Type', 'application/json');
  if (input.idempotencyKey) result.set(headers.idempotencyKey, input.idempotencyKey);
  return result;
}
