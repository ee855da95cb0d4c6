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

/** Returns the data of a success. Fails the test otherwise. */
export async function dataOf<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  const envelope = z.object({ success: z.literal(true), data: schema, meta: Meta });
  return z.parse(envelope, await response.json()).data;
}
