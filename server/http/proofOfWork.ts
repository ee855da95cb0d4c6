import { createHash } from 'node:crypto';
import { headers } from '../../src/contract/endpoint.ts';
import { isProof, proofText } from '../../src/contract/proofOfWork.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { RequestContext } from './envelope.ts';

/** @throws AuthorizationError if the write has no valid proof of work */
export function expectProof(c: RequestContext): void {
  const key = (c.req.header('Authorization') ?? '').replace(/^Bearer +/i, '');
  const write = c.req.header(headers.idempotencyKey) ?? '';
  const nonce = c.req.header(headers.proof);
  if (nonce === undefined) throw apiErrors.proofRequired();
  const hash = createHash('sha256')
    .update(proofText(key, write, nonce))
    .digest();
  if (!isProof(hash)) throw apiErrors.proofRequired();
}
