import * as z from 'zod/mini';
import type { IntegrationErrorType } from '../../src/contract/integration.ts';
import { IntegrationError } from '../base/integrationError.ts';
import { ClosedTarget } from '../base/publicInternet.ts';
import type { Reach } from './provider.ts';

/** The response. `body`: parsed JSON, or the text if it is not JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

interface Question<T> {
  method?: 'GET' | 'POST' | 'DELETE';
  headers?: Record<string, string>;
  /** Body of the request, as a form or as JSON. */
  form?: Record<string, string>;
  json?: unknown;
  /** Schema of a successful response. */
  expects: z.ZodMiniType<T>;
  /**
   * Overrides the meaning of a response, if this provider deviates from HTTP. Also called for
   * successes.
   */
  explain?: (answer: Answer) => IntegrationErrorType | undefined;
}

/** Maximum number of characters of a response that are read. A probe needs no more. */
const maxReplyLength = 1_000_000;

/** Sends a request to a provider over HTTP. @throws IntegrationError */
export async function ask<T>(reach: Reach, path: string, question: Question<T>): Promise<T> {
  const { method = 'GET', headers, form, json, expects, explain } = question;
  const body =
    form !== undefined
      ? new URLSearchParams(form)
      : json !== undefined
        ? JSON.stringify(json)
        : undefined;
  const answer = await send(reach, `${reach.baseUrl}/${path}`, {
    method,
    headers: {
      Accept: 'application/json',
      'User-Agent': 'penguinmails-support-widget',
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  const type = explain?.(answer) ?? typeOf(answer);
  if (type !== undefined) throw failure(type, answer);
  const parsed = z.safeParse(expects, answer.body);
  if (parsed.success) return parsed.data;
  throw new IntegrationError('data_error', 'It returned an invalid response.', {
    details: { status: answer.status },
  });
}

/**
 * Sends a request and returns the beginning of the response. It does not follow redirects, because
 * they would receive the secret.
 */
export async function send(reach: Reach, url: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await reach.fetch(url, { ...init, redirect: 'manual', signal: reach.signal });
    const text = await readText(response);
    return { status: response.status, headers: response.headers, body: asJson(text) };
  } catch (cause) {
    if (cause instanceof ClosedTarget) {
      const sentence = 'Its address is not on the public internet.';
      throw new IntegrationError('configuration_error', sentence, { cause });
    }
    if (reach.signal.aborted) {
      throw new IntegrationError('network_error', 'It did not answer in time.', { cause });
    }
    throw new IntegrationError('network_error', 'It could not be reached.', { cause });
  }
}

async function readText(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > maxReplyLength) break;
  }
  return text;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // not JSON: returns the text
  }
}

/** Returns the error type of an HTTP status, or undefined for success. */
function typeOf({ status }: Answer): IntegrationErrorType | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 401) return 'authentication_error';
  if (status === 402) return 'quota_error';
  if (status === 403) return 'authorization_error';
  if (status === 429) return 'rate_limit_error';
  return status >= 500 || status === 408 ? 'api_error' : 'configuration_error';
}

const sentences: Record<IntegrationErrorType, string> = {
  authentication_error: 'It rejected our credentials.',
  authorization_error: 'Our credentials do not allow this.',
  rate_limit_error: 'It is limiting our requests.',
  network_error: 'It could not be reached.',
  api_error: 'It failed on its side.',
  data_error: 'It returned an invalid response.',
  configuration_error: 'It does not know the requested resource. Check its settings.',
  quota_error: 'A quota is used up.',
};

export function failure(type: IntegrationErrorType, answer: Answer): IntegrationError {
  return new IntegrationError(type, sentences[type], {
    details: { status: answer.status },
    retryAfter: retryAfterOf(answer.headers),
  });
}

/** Headers in which providers send the time when requests are allowed again. */
const resets = [
  'x-ratelimit-reset',
  'x-rate-limit-reset',
  'ratelimit-reset',
  'x-featureratelimit-reset',
];
/** Maximum delay in seconds. A longer one is a mistake of the provider. */
const maxWaitSeconds = 24 * 3_600;

/**
 * Returns the delay in seconds from `Retry-After` (seconds or a date) or a reset header (seconds
 * from now, Unix time or a date).
 */
export function retryAfterOf(headers: Headers, now: number = Date.now()): number | undefined {
  const value = headers.get('Retry-After') ?? resets.map((name) => headers.get(name)).find(Boolean);
  if (value === null || value === undefined) return undefined;
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value) / 1_000;
  if (Number.isNaN(number)) return undefined;
  const seconds = number > 1e9 ? number - now / 1_000 : number;
  return Math.min(maxWaitSeconds, Math.max(0, Math.ceil(seconds)));
}
