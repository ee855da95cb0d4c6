import { headers, opaqueId } from '../../src/contract/endpoint.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { digest } from '../base/digest.ts';
import { hashOfUser, verifyIdentity } from '../base/identity.ts';
import type { SignedVisitor } from '../base/signedVisitor.ts';
import type { KeyRecord } from '../queries/keys.ts';
import type { RequestContext } from './envelope.ts';
import type { FindKey } from './keyCache.ts';
import { isAllowedOrigin } from './origins.ts';

/**
 * `isForTests`: true for a test key, recognized by its name, because it may be older than the modes
 * of keys.
 */
type AuthenticatedKey = KeyRecord & { isForTests: boolean };

/**
 * Returns the key of a request, from its header or body. Checks that the origin of the request may
 * use it.
 */
export async function authenticate(
  c: RequestContext,
  findKey: FindKey,
  keyOfBody?: string,
): Promise<AuthenticatedKey> {
  const authorization = keyOfBody === undefined ? c.req.header('Authorization') : '';
  if (authorization === undefined) {
    throw apiErrors.authenticationRequired(
      'The request has no API key. Send one: Authorization: Bearer pk_…',
    );
  }
  const key = /^Bearer +(\S{1,200})$/i.exec(authorization || `Bearer ${keyOfBody}`)?.[1];
  const stored = key === undefined ? undefined : await findKey(key);
  if (key === undefined || stored === undefined) throw apiErrors.invalidKey();
  if (stored.isClosed) throw apiErrors.accountClosed();
  const found = { ...stored, isForTests: key.startsWith('pk_test_') };
  if (keyOfBody !== undefined && found.kind !== 'publishable') {
    throw apiErrors.permissionDenied(
      'Only a publishable key may be sent in a body. Send others in the header Authorization.',
    );
  }
  const origin = c.req.header('Origin');
  if (origin === undefined) return found;
  if (found.kind === 'secret') {
    throw apiErrors.permissionDenied(
      'A secret key must never be in a browser. Use the publishable key there, and replace this one.',
    );
  }
  // The desk is served from the origin of this server.
  if (found.kind === 'session' && isOwnOrigin(c, origin)) return found;
  if (!isAllowedOrigin(origin, found.allowedOrigins)) throw apiErrors.originNotAllowed(origin);
  return found;
}

/** Compares only the host, because behind a proxy the server does not know the scheme. */
function isOwnOrigin(c: RequestContext, origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host;
}

export interface CallingVisitor {
  /** The owner hash of the visitor's requests. */
  visitorHash: string;
  /** The details that the host's backend signed. */
  signed?: SignedVisitor;
}

/** The credentials of the visitor. */
export interface VisitorProof {
  identity?: string | undefined;
  visitor?: string | undefined;
}

export function proofOf(c: RequestContext): VisitorProof {
  return { identity: c.req.header(headers.identity), visitor: c.req.header(headers.visitor) };
}

export function isGuest(c: RequestContext): boolean {
  const { identity, visitor } = proofOf(c);
  return identity === undefined && visitor === undefined;
}

/** Returns the visitor of a request, by the host's token or by a random id. */
export async function readVisitor(
  { identity: token, visitor }: VisitorProof,
  { identity }: KeyRecord,
): Promise<CallingVisitor> {
  if (token !== undefined) {
    const signed = await verifyIdentity(token, identity);
    return { visitorHash: hashOfUser(signed.userId), signed };
  }
  if (identity.isRequired) throw apiErrors.identityRequired();
  if (visitor === undefined || !opaqueId.test(visitor)) {
    throw apiErrors.authenticationRequired(
      `The visitor id is missing or malformed. Send 22 to 64 base64url characters: ${headers.visitor}.`,
    );
  }
  return { visitorHash: digest(visitor) };
}

export function readIdempotencyKey(c: RequestContext): string {
  const key = c.req.header(headers.idempotencyKey);
  if (key === undefined || !opaqueId.test(key)) {
    throw apiErrors.malformed(
      `The ${headers.idempotencyKey} is missing or malformed. Send 22 to 64 base64url characters, new for each write.`,
    );
  }
  return key;
}
