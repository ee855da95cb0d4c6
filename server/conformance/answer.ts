import * as z from 'zod/mini';
import type { Endpoint, Reply } from '../../src/contract/endpoint.ts';
import { type ErrorCode, errorStatus, Failure, Meta } from '../../src/contract/envelope.ts';
import { expectThat, Mismatch } from './check.ts';

/** A response of the backend. */
export interface BackendResponse {
  status: number;
  headers: Headers;
  text: string;
  /** Undefined if the body is not JSON. */
  json: unknown;
}

const maxShownCharacters = 300;

/** Returns the status and the beginning of a response, for a report. */
export function shown({ status, text }: BackendResponse): string {
  const start = text.length > maxShownCharacters ? `${text.slice(0, maxShownCharacters)}…` : text;
  return `status ${status} with ${start === '' ? 'an empty body' : start}`;
}

/** Returns the data of a success that matches the contract. @throws Mismatch */
export function dataOf<E extends Endpoint>(endpoint: E, response: BackendResponse): Reply<E>;
export function dataOf(endpoint: Endpoint, response: BackendResponse): unknown {
  const expected = `a success of ${endpoint.method} ${endpoint.path}`;
  expectThat(response.status >= 200 && response.status < 300, expected, shown(response));
  const envelope = z.object({ success: z.literal(true), data: endpoint.reply, meta: Meta });
  return parse(envelope, response, expected).data;
}

/** Checks status, envelope and code of an API error. @throws Mismatch */
export function expectApiError(response: BackendResponse, code: ErrorCode): Failure['error'] {
  const status = errorStatus[code];
  const expected = `status ${status} with the error code ${code}`;
  expectThat(response.status === status, expected, shown(response));
  const { error } = parse(Failure, response, expected);
  expectThat(error.code === code, expected, shown(response));
  return error;
}

/** Returns the value of a header. @throws Mismatch if it is missing */
export function headerOf(response: BackendResponse, name: string): string {
  const value = response.headers.get(name);
  if (value === null)
    throw new Mismatch(`the header ${name}`, `status ${response.status} without it`);
  return value;
}

function parse<T>(schema: z.ZodMiniType<T>, response: BackendResponse, expected: string): T {
  const parsed = z.safeParse(schema, response.json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'the body';
  throw new Mismatch(
    `${expected} in the shape of the contract`,
    `${shown(response)}, where ${where} is wrong: ${issue?.message}`,
  );
}
