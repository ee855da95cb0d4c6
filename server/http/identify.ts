import { randomUUID } from 'node:crypto';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { AuthenticationError } from '../../src/errors.ts';
import { digest } from '../base/digest.ts';
import type { Actor } from '../queries/audit.ts';
import type { KeyRecord } from '../queries/keys.ts';
import { checkAccess } from './access.ts';
import {
  authenticate,
  type CallingVisitor,
  proofOf,
  readVisitor,
  type VisitorProof,
} from './authenticate.ts';
import type { Sender } from './beacon.ts';
import type { RequestContext } from './envelope.ts';
import type { FindKey } from './keyCache.ts';
import { networkOf } from './network.ts';
import { type OperatorAccess, readOperator } from './operator.ts';
import type { RateLimit } from './rateLimit.ts';
import type { Caller } from './route.ts';

/** The part of an endpoint that decides who can use it. */
export type Needs = Pick<Endpoint, 'access' | 'beacon' | 'method' | 'path' | 'readOnly' | 'role'>;

export interface Gates {
  findKey: FindKey;
  limit: RateLimit;
  operator: OperatorAccess;
}

/** Returns the caller if they can use the endpoint and are within the rate limits. */
export async function identify(
  c: RequestContext,
  endpoint: Needs,
  { findKey, limit, operator }: Gates,
  sender?: Sender,
): Promise<Caller> {
  const { access, beacon } = endpoint;
  const known = await readOperator(c, endpoint, operator);
  if (known !== undefined) return known;
  const found = await authenticate(c, findKey, sender?.key);
  const { tenantId, agent, isForTests, mode, plan, kind } = found;
  c.set('tenantId', tenantId);
  checkAccess(found, endpoint);
  const proof = sender ?? proofOf(c);
  const isNamed = access === 'visitor' || (access === 'guest' && proof.identity !== undefined);
  const readAgain = () => authenticate(c, (key) => findKey(key, { isFresh: true }), sender?.key);
  const visitor = isNamed ? await readVerified(readVisitor, proof, found, readAgain) : undefined;
  const guest = beacon ? await readVerified(readGuest, proof, found, readAgain) : undefined;
  const network = networkOf(c);
  await limit(c, {
    tenantId,
    plan,
    mode,
    visitorHash: (visitor ?? guest)?.visitorHash,
    network: kind === 'publishable' ? network : undefined,
  });
  const isStaff = access === 'agent' || access === 'secret' || access === 'admin';
  return {
    tenantId,
    mode,
    isForTests,
    network,
    by: isStaff ? staffOf(found) : unnamedVisitor,
    ...(beacon ? (guest ?? { visitorHash: digest(randomUUID()) }) : visitor),
    ...(isStaff && { agent }),
  };
}

/** The log cannot be erased, so it does not identify visitors. */
const unnamedVisitor: Actor = { actor: 'visitor', actor_id: null, actor_name: null };

function staffOf({ key, agent }: KeyRecord): Actor {
  return agent === null
    ? { actor: 'key', actor_id: key?.id ?? null, actor_name: key?.name ?? null }
    : { actor: 'agent', actor_id: agent.id, actor_name: agent.name };
}

/**
 * Reads the visitor. If verification fails, it reads the key again, because the cached key can be
 * older than the secret.
 */
async function readVerified<Visitor>(
  read: (proof: VisitorProof, found: KeyRecord) => Promise<Visitor>,
  proof: VisitorProof,
  found: KeyRecord,
  readAgain: () => Promise<KeyRecord>,
): Promise<Visitor> {
  try {
    return await read(proof, found);
  } catch (error) {
    const isUnknown = error instanceof AuthenticationError && error.code === 'IDENTITY_INVALID';
    if (!isUnknown) throw error;
    return read(proof, await readAgain());
  }
}

/**
 * Returns a visitor who can be anonymous and unverified. An anonymous visitor gets a new identity
 * with each request.
 */
async function readGuest(
  proof: VisitorProof,
  found: KeyRecord,
): Promise<CallingVisitor | undefined> {
  if (proof.identity === undefined && proof.visitor === undefined) return undefined;
  return readVisitor(proof, { ...found, identity: { ...found.identity, isRequired: false } });
}
