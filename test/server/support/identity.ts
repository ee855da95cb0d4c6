import { SignJWT } from 'jose';

/** The secret with which the backends of test hosts sign. */
export const identitySecret = 'an identity secret of the tenant, long enough';
export const identityKey = new TextEncoder().encode(identitySecret);

interface Signing {
  life?: string;
  alg?: string;
  key?: Uint8Array;
}

/** Returns a visitor's token with these claims. */
export function signClaims(
  claims: Record<string, unknown>,
  { life = '15m', alg = 'HS256', key = identityKey }: Signing = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg })
    .setIssuedAt()
    .setExpirationTime(life)
    .sign(key);
}

/** Returns the headers of a visitor with claims that the host's backend signed. */
export async function signedHeaders(claims: Record<string, unknown>) {
  return { 'X-Visitor-Token': await signClaims({ sub: 'ada', ...claims }) };
}
