import { createHash, timingSafeEqual } from 'node:crypto';
import { accountHeader } from '../../src/contract/adminEndpoints.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import type { RequestContext } from './envelope.ts';
import type { Caller } from './route.ts';

/** Recognizes requests of the server's operator. */
export interface OperatorAccess {
  /** Tokens that are accepted. */
  tokens: readonly string[];
  hasAccount(id: string): Promise<boolean>;
}

/**
 * Returns the operator if the request has one of the tokens, otherwise undefined.
 * @throws PenguinMailsError if it comes from a browser, or does not name an account
 */
export async function readOperator(
  c: RequestContext,
  { access }: Pick<Endpoint, 'access'>,
  { tokens, hasAccount }: OperatorAccess,
): Promise<Caller | undefined> {
  if (access !== 'admin' && access !== 'operator') return undefined;
  const token = /^Bearer +(\S{1,200})$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (token === undefined || !tokens.some((one) => isSame(one, token))) return undefined;
  if (c.req.header('Origin') !== undefined) {
    throw apiErrors.permissionDenied('The ADMIN_TOKEN must never be in a browser. Replace it.');
  }
  const by = { actor: 'operator', actor_id: null, actor_name: null } as const;
  const operator = { agent: null, mode: 'live', isForTests: false, by } as const;
  if (access === 'operator') return { tenantId: '', ...operator };
  const tenantId = c.req.header(accountHeader) ?? '';
  if (!isUuid(tenantId))
    throw apiErrors.malformed(
      `Name the account in the header ${accountHeader}: an id that GET admin/accounts lists.`,
    );
  if (!(await hasAccount(tenantId)))
    throw apiErrors.notFound('There is no such account. GET admin/accounts lists them.');
  return { tenantId, ...operator };
}

/** Compares in constant time. */
export function isSame(expected: string, received: string): boolean {
  const bytes = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(bytes(expected), bytes(received));
}
