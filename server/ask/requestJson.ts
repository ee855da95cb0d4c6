import * as z from 'zod/mini';
import type { IntegrationErrorType } from '../../src/contract/integration.ts';
import { IntegrationError } from '../base/integrationError.ts';
import { ClosedTarget } from '../base/publicInternet.ts';
import { storable } from '../base/storable.ts';
import type { Endpoint } from './provider.ts';

/** The response. `body`: parsed JSON, or the text if it is not JSON. */
export interface ProviderResponse {
  status: number;
  headers: Headers;
  body: unknown;
}

interface ProviderRequest<T> {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  /** Body of the request, as a form, as a form with files, as JSON, or as bytes. */
  form?: Record<string, string>;
  multipart?: FormData;
  json?: unknown;
  bytes?: Uint8Array;
  /** Schema of a successful response. */
  expects: z.ZodMiniType<T>;
  /**
   * Overrides the meaning of a response, if this provider deviates from HTTP. Also called for
   * successes.
   */
  explain?: (response: ProviderResponse) => IntegrationErrorType | undefined;
}

/** Sends a request to a provider over HTTP. @throws IntegrationError */
export async function requestJson<T>(
  endpoint: Endpoint,
  path: string,
  request: ProviderRequest<T>,
): Promise<T> {
  const { method = 'GET', headers, json, expects, explain } = request;
  const body = bodyOf(request);
  const response = await sendRequest(endpoint, `${endpoint.baseUrl}/${path}`, {
    method,
    headers: {
      Accept: 'application/json',
      'User-Agent': 'penguinmails-support-widget',
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const type = explain?.(response) ?? errorTypeOf(response);
  if (type !== undefined) throw failure(type, response);
  const parsed = z.safeParse(expects, response.body);
  if (parsed.success) return parsed.data;
  throw new IntegrationError('data_error', 'The service returned an invalid response.', {
    details: { status: response.status },
  });
}

function bodyOf({ form, multipart, json, bytes }: ProviderRequest<unknown>) {
  if (form !== undefined) return new URLSearchParams(form);
  if (multipart !== undefined) return multipart;
  if (json !== undefined) return JSON.stringify(json);
  return bytes === undefined ? undefined : new Uint8Array(bytes);
}

/**
 * Sends a request and returns the beginning of the response. It does not follow redirects, because
 * they would receive the secret.
 */
export async function sendRequest(
  endpoint: Endpoint,
  url: string,
  init: RequestInit,
): Promise<ProviderResponse> {
  return withNetworkErrors(endpoint, async () => {
    const response = await fetchOnce(endpoint, url, init);
    const text = await readText(response, endpoint.maxResponseLength);
    return { status: response.status, headers: response.headers, body: asJson(text) };
  });
}

/** Sends a request, without following a redirect. */
export function fetchOnce(endpoint: Endpoint, url: string, init: RequestInit): Promise<Response> {
  return endpoint.fetch(url, { ...init, redirect: 'manual', signal: endpoint.signal });
}

/** Runs `exchange`. @throws IntegrationError if the service cannot be reached */
export async function withNetworkErrors<T>(
  endpoint: Endpoint,
  exchange: () => Promise<T>,
): Promise<T> {
  try {
    return await exchange();
  } catch (cause) {
    if (cause instanceof IntegrationError) throw cause;
    if (cause instanceof ClosedTarget) {
      const sentence = 'The address of the service is not on the public internet.';
      throw new IntegrationError('configuration_error', sentence, { cause });
    }
    if (endpoint.signal.aborted) {
      throw new IntegrationError('network_error', 'The service did not respond in time.', {
        cause,
      });
    }
    throw new IntegrationError('network_error', 'The service could not be reached.', { cause });
  }
}

async function readText(response: Response, maxLength = 1_000_000): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxLength) break;
  }
  return text;
}

/** Escaped characters that may not be storable. */
const unstorable = /\\u(0000|d[89a-f])/i;

function asJson(text: string): unknown {
  try {
    // The database cannot store all characters that JSON can contain.
    if (!unstorable.test(text)) return JSON.parse(text);
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'string' ? storable(value) : value,
    );
  } catch {
    return text; // not JSON: returns the text
  }
}

/** Returns the error type of an HTTP status, or undefined for success. */
export function errorTypeOf({ status }: ProviderResponse): IntegrationErrorType | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 401) return 'authentication_error';
  if (status === 402) return 'quota_error';
  if (status === 403) return 'authorization_error';
  if (status === 429) return 'rate_limit_error';
  return status >= 500 || status === 408 ? 'api_error' : 'configuration_error';
}

const sentences: Record<IntegrationErrorType, string> = {
  authentication_error: 'The service rejected our credentials.',
  authorization_error: 'Our credentials do not allow this.',
  rate_limit_error: 'The service is limiting our requests.',
  network_error: 'The service could not be reached.',
  api_error: 'The service failed on its side.',
  data_error: 'The service returned an invalid response.',
  configuration_error:
    'The service does not know the requested resource. Check the settings of the integration.',
  quota_error: 'A quota is used up.',
};

export function failure(type: IntegrationErrorType, response: ProviderResponse): IntegrationError {
  return new IntegrationError(type, sentences[type], {
    details: { status: response.status },
    retryAfter: retryAfterOf(response.headers),
  });
}

/** Headers in which providers send the time when requests are allowed again. */
const resets = [
  'x-ratelimit-reset',
  'x-rate-limit-reset',
  'ratelimit-reset',
  'x-featureratelimit-reset',
  'x-ratelimit-requests-reset',
];
/** Maximum delay in seconds. A longer one is a mistake of the provider. */
const maxWaitSeconds = 24 * 3_600;

/**
 * Returns the delay in seconds from `Retry-After` (seconds or a date) or a reset header (seconds
 * from now, Unix time in seconds or milliseconds, or a date).
 */
export function retryAfterOf(headers: Headers, now: number = Date.now()): number | undefined {
  const value = headers.get('Retry-After') ?? resets.map((name) => headers.get(name)).find(Boolean);
  if (value === null || value === undefined) return undefined;
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value) / 1_000;
  if (Number.isNaN(number)) return undefined;
  const isInMs = number > 1e11;
  const seconds = number > 1e9 ? (isInMs ? number / 1_000 : number) - now / 1_000 : number;
  return Math.min(maxWaitSeconds, Math.max(0, Math.ceil(seconds)));
}
