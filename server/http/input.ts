import * as z from 'zod/mini';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { explainInput } from '../base/explainInput.ts';

/** Returns a function that reads path parameters. */
export function readParam({ path }: Endpoint, params: Record<string, string>) {
  return (name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} has no parameter "${name}".`);
    return value;
  };
}

/** Validates input against the contract. @throws ValidationError */
export function parse<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const result = z.safeParse(schema, input, { error: explainInput });
  if (result.success) return result.data;
  throw apiErrors.invalid(
    result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
  );
}

/** A request before validation. */
export interface RawInput {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

export interface WholeEndpoint<Query, Body, Reply> extends Endpoint {
  query: z.ZodMiniType<Query>;
  body: z.ZodMiniType<Body>;
  reply: z.ZodMiniType<Reply>;
}

/** Applies the contract to a request; `text` serves to compare two of them. @throws ValidationError */
export function acceptInput<Query, Body, Reply>(
  endpoint: WholeEndpoint<Query, Body, Reply>,
  { params, ...raw }: RawInput,
) {
  const query = parse(endpoint.query, raw.query);
  const body = parse(endpoint.body, raw.body);
  const param = readParam(endpoint, params);
  const text = JSON.stringify([endpoint.method, endpoint.path, params, query, body]);
  return { text, input: { query, body, param } };
}
