import * as z from 'zod/mini';
import { limits } from '../../src/contract/limits.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { VisitorProof } from './authenticate.ts';
import { readBytes } from './jsonBody.ts';

/** The credentials in the body of a beacon. */
export interface Sender extends VisitorProof {
  key: string;
}

const Body = z.looseObject({
  key: z.string(),
  visitor: z.optional(z.string()),
  identity: z.optional(z.string()),
});

/**
 * Reads the body of `navigator.sendBeacon`, which cannot set headers: JSON text that includes the
 * key. Returns undefined for a request with an `Authorization` header, which is handled as usual.
 * Cookies and stored logins are ignored, so that another site gains nothing by sending a beacon.
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
    throw apiErrors.malformed(
      'The body is not valid JSON in UTF-8. Check its syntax and encoding.',
      error,
    );
  }
}

function noKey(): Error {
  return apiErrors.authenticationRequired(
    'The request has no API key. Send one: Authorization: Bearer pk_…, or "key" in a body of JSON or text.',
  );
}
