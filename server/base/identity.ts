import { errors, importJWK, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { apiErrors } from './apiErrors.ts';
import { digest } from './digest.ts';
import { readClaims, type SignedVisitor } from './signedVisitor.ts';

/** Keys that verify the tokens of a tenant's visitors. */
export interface IdentityKeys {
  /** HS256 secrets. Each is accepted, so that they can be rotated. */
  secrets: readonly string[];
  /** Ed25519 public keys, as JWK. */
  keys: readonly Record<string, unknown>[];
  /** Id of the account. An `aud` claim must name it, if there is one. */
  audience: string;
}

/** Maximum lifetime of a token. Seconds. */
const maxLifetimeSeconds = 24 * 3_600;
const clockToleranceSeconds = 60;

/**
 * Verifies a visitor's token and returns its claims.
 * @throws AuthenticationError `IDENTITY_INVALID` or `IDENTITY_EXPIRED`
 */
export async function verifyIdentity(
  token: string,
  accepted: IdentityKeys,
): Promise<SignedVisitor> {
  const payload = await payloadOf(token, accepted);
  const { exp, aud = accepted.audience } = payload;
  const visitor = readClaims(payload);
  const isTooLong =
    exp === undefined || exp > Date.now() / 1_000 + maxLifetimeSeconds + clockToleranceSeconds;
  if (visitor === undefined || isTooLong || ![aud].flat().includes(accepted.audience)) {
    throw apiErrors.identityInvalid();
  }
  return visitor;
}

async function payloadOf(token: string, { secrets, keys }: IdentityKeys): Promise<JWTPayload> {
  const options = { clockTolerance: clockToleranceSeconds, requiredClaims: ['sub', 'exp'] };
  const attempts = [
    ...secrets.map((secret) => () => verifyWithSecret(token, secret, options)),
    ...keys.map((key) => () => verifyWithKey(token, key, options)),
  ];
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      // The signature was valid, so no other key needs to be tried.
      if (error instanceof errors.JWTExpired) throw apiErrors.identityExpired();
      if (!(error instanceof errors.JOSEError)) throw error;
    }
  }
  throw apiErrors.identityInvalid();
}

async function verifyWithSecret(
  token: string,
  secret: string,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  const key = new TextEncoder().encode(secret);
  return (await jwtVerify(token, key, { ...options, algorithms: ['HS256'] })).payload;
}

async function verifyWithKey(
  token: string,
  jwk: Record<string, unknown>,
  options: JWTVerifyOptions,
): Promise<JWTPayload> {
  const key = await importJWK(jwk, 'EdDSA');
  return (await jwtVerify(token, key, { ...options, algorithms: ['EdDSA'] })).payload;
}

/** Returns whether a JWK can be one of `keys`: an Ed25519 key without its private part. */
export async function isIdentityKey(jwk: Record<string, unknown>): Promise<boolean> {
  if ('d' in jwk || jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519') return false;
  try {
    await importJWK(jwk, 'EdDSA');
    return true;
  } catch {
    // Node.js throws its own error for an invalid `x`.
    return false;
  }
}

/**
 * Returns the owner hash of a verified visitor. A random visitor id has no colon, so the two cannot
 * collide.
 */
export function hashOfUser(userId: string): string {
  return digest(`user:${userId}`);
}
