import * as z from 'zod/mini';
import { limits } from '../../src/contract/limits.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { VisitorProof } from './authenticate.ts';
import { readBytes } from './jsonBody.ts';

/** The sender, read from a body. */
export interface Sender extends VisitorProof {
  key: string;
}

const Body = z.looseObject({
  key: z.string(),
  visitor: z.optional(z.string()),
  identity: z.optional(z.string()),
});

/**
 * The body of `navigator.sendBeacon`, which can set no headers: text that is JSON, with the key in it.
 * Undefined for a request with an `Authorization`, which is read as any other. No cookie and no stored
 * login is looked at, so that another site's page gains nothing by sending one.
 */
export async function readBeacon(
  request: Request,
): Promise<{ sender: Sender; body: unknown } | undefined> {
  if (request.headers.has('Authorization')) return undefined;
  const [type = ''] = (request.headers.get('Content-Type') ?? '').split(';');
  if (!['text/plain', 'application/json'].includes(type.trim().toLowerCase())) throw noKey();
  const bytes = await readBytes(request, limits.beacon);
  const { data } = z.safeParse(Body, parse(bytes));
  if (data === undefined) throw noKey();
  const { key, visitor, identity, ...body } = data;
  return { sender: { key, visitor, identity }, body };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw apiErrors.malformed('The body is not JSON in UTF-8.', error);
  }
}

function noKey(): Error {
  return apiErrors.authenticationRequired(
    'Send a key: Authorization: Bearer pk_…, or "key" in a body of JSON or text.',
  );
}
