import { errors, importJWK, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import { apiErrors } from './apiErrors.ts';
import { digest } from './digest.ts';
import { readClaims, type SignedVisitor } from './signedVisitor.ts';

/** Keys with which a tenant's backend signs visitors. */
export interface IdentityKeys {
  /** HS256; any of them is good, so that they can rotate. */
  secrets: readonly string[];
  /** Ed25519 public keys, as JWK. */
  keys: readonly Record<string, unknown>[];
  /** Id of the account: what an `aud` claim must name, where there is one. */
  audience: string;
}

/** The longest that a token may live, in seconds. */
const longestLife = 24 * 3_600;
const clockTolerance = 60;

/**
 * Checks the signature of a visitor's token and returns what it says.
 * @throws AuthenticationError `IDENTITY_INVALID` or `IDENTITY_EXPIRED`
 */
export async function verifyIdentity(
  token: string,
  accepted: IdentityKeys,
): Promise<SignedVisitor> {
  const payload = await payloadOf(token, accepted);
  const { exp, aud = accepted.audience } = payload;
  const visitor = readClaims(payload);
  const isTooLong = exp === undefined || exp > Date.now() / 1_000 + longestLife + clockTolerance;
  if (visitor === undefined || isTooLong || ![aud].flat().includes(accepted.audience)) {
    throw apiErrors.identityInvalid();
  }
  return visitor;
}

async function payloadOf(token: string, { secrets, keys }: IdentityKeys): Promise<JWTPayload> {
  const options = { clockTolerance, requiredClaims: ['sub', 'exp'] };
  const attempts = [
    ...secrets.map((secret) => () => verifyWithSecret(token, secret, options)),
    ...keys.map((key) => () => verifyWithKey(token, key, options)),
  ];
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      // The signature was right: no other key will say otherwise.
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

/**
 * Returns the owner of a verified visitor's requests. A random id has no colon, so it cannot
 * collide.
 */
export function hashOfUser(userId: string): string {
  return digest(`user:${userId}`);
}
