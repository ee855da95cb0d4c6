import * as z from 'zod/mini';
import { Meta } from '../../../src/contract/envelope.ts';

export interface Caller {
  key: string;
  visitor?: string;
}

export function headersOf({ key, visitor }: Caller): Record<string, string> {
  return {
    Authorization: `Bearer ${key}`,
    ...(visitor === undefined ? {} : { 'X-Visitor-Id': visitor }),
  };
}

/** The data of a success; fails the test on anything else. */
export async function dataOf<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  const envelope = z.object({ success: z.literal(true), data: schema, meta: Meta });
  return z.parse(envelope, await response.json()).data;
}
