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
export function dataOf<E extends Endpoint>(endpoint: E, answer: BackendResponse): Reply<E>;
export function dataOf(endpoint: Endpoint, answer: BackendResponse): unknown {
  const wanted = `a success of ${endpoint.method} ${endpoint.path}`;
  expectThat(answer.status >= 200 && answer.status < 300, wanted, shown(answer));
  const envelope = z.object({ success: z.literal(true), data: endpoint.reply, meta: Meta });
  return parse(envelope, answer, wanted).data;
}

/** Checks status, envelope and code of an API error. @throws Mismatch */
export function expectApiError(answer: BackendResponse, code: ErrorCode): Failure['error'] {
  const status = errorStatus[code];
  const wanted = `status ${status} with the error code ${code}`;
  expectThat(answer.status === status, wanted, shown(answer));
  const { error } = parse(Failure, answer, wanted);
  expectThat(error.code === code, wanted, shown(answer));
  return error;
}

/** Returns the value of a header. @throws Mismatch if it is missing */
export function headerOf(answer: BackendResponse, name: string): string {
  const value = answer.headers.get(name);
  if (value === null)
    throw new Mismatch(`the header ${name}`, `status ${answer.status} without it`);
  return value;
}

function parse<T>(schema: z.ZodMiniType<T>, answer: BackendResponse, wanted: string): T {
  const parsed = z.safeParse(schema, answer.json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') || 'the body';
  throw new Mismatch(
    `${wanted} in the shape of the contract`,
    `${shown(answer)}, where ${where} is wrong: ${issue?.message}`,
  );
}
