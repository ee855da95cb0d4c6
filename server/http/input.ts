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
