import { randomUUID } from 'node:crypto';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { digest } from '../base/digest.ts';
import type { FoundKey } from '../queries/keys.ts';
import type { RequestContext } from './answer.ts';
import {
  authenticate,
  type CallingVisitor,
  checkAccess,
  proofOf,
  readVisitor,
  type VisitorProof,
} from './authenticate.ts';
import type { Sender } from './beacon.ts';
import type { FindKey } from './keyCache.ts';
import type { RateLimit } from './rateLimit.ts';
import type { Caller } from './route.ts';

/** Who calls, allowed to use an endpoint of this access and within the limits of rate. */
export async function identify(
  c: RequestContext,
  { access, beacon }: Pick<Endpoint, 'access' | 'beacon'>,
  { findKey, limit }: { findKey: FindKey; limit: RateLimit },
  sender?: Sender,
): Promise<Caller> {
  const found = await authenticate(c, findKey, sender?.key);
  const { tenantId, agent, isTest } = found;
  c.set('tenantId', tenantId);
  checkAccess(found, access);
  const proof = sender ?? proofOf(c);
  const isNamed = access === 'visitor' || (access === 'guest' && proof.identity !== undefined);
  const visitor = isNamed ? await readVisitor(proof, found) : undefined;
  const guest = beacon ? await readGuest(proof, found) : undefined;
  limit(c, { tenantId, visitorHash: (visitor ?? guest)?.visitorHash });
  const isStaff = access === 'agent' || access === 'secret';
  return {
    tenantId,
    isTest,
    ...(beacon ? (guest ?? { visitorHash: digest(randomUUID()) }) : visitor),
    ...(isStaff && { agent }),
  };
}

/** A visitor who may stay unnamed, and whom nobody needs to vouch for; unnamed they are somebody new each time. */
async function readGuest(
  proof: VisitorProof,
  found: FoundKey,
): Promise<CallingVisitor | undefined> {
  if (proof.identity === undefined && proof.visitor === undefined) return undefined;
  return readVisitor(proof, { ...found, identity: { ...found.identity, isRequired: false } });
}
