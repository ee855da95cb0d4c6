import { type JWTPayload, SignJWT } from 'jose';

/** An identity secret for tenants of tests: `createTenant(db, { identity_secrets: [identitySecret] })`. */
export const identitySecret = 'an identity secret of the tenant, long enough';

/** The header with a token that a tenant's backend has signed. */
export async function signedBy(
  claims: JWTPayload,
  secret = identitySecret,
): Promise<Record<string, string>> {
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(secret));
  return { 'X-Visitor-Token': token };
}
