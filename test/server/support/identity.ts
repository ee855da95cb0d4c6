import { SignJWT } from 'jose';

/** With which the backends of the tests' hosts sign. */
export const identitySecret = 'an identity secret of the tenant, long enough';
export const identityKey = new TextEncoder().encode(identitySecret);

interface Signing {
  life?: string;
  alg?: string;
  key?: Uint8Array;
}

/** A visitor's token with these claims. */
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

/** Headers of a visitor of whom the host's backend signed this. */
export async function signedHeaders(claims: Record<string, unknown>) {
  return { 'X-Visitor-Token': await signClaims({ sub: 'ada', ...claims }) };
}
