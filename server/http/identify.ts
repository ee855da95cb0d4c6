import { randomUUID } from 'node:crypto';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { AuthenticationError } from '../../src/errors.ts';
import { digest } from '../base/digest.ts';
import type { Actor } from '../queries/audit.ts';
import type { FoundKey } from '../queries/keys.ts';
import { checkAccess } from './access.ts';
import type { RequestContext } from './answer.ts';
import {
  authenticate,
  type CallingVisitor,
  proofOf,
  readVisitor,
  type VisitorProof,
} from './authenticate.ts';
import type { Sender } from './beacon.ts';
import type { FindKey } from './keyCache.ts';
import { networkOf } from './network.ts';
import { type OperatorAccess, readOperator } from './operator.ts';
import type { RateLimit } from './rateLimit.ts';
import type { Caller } from './route.ts';

/** The part of an endpoint that decides who may use it. */
export type Needs = Pick<Endpoint, 'access' | 'beacon' | 'method' | 'path' | 'readOnly' | 'role'>;

export interface Gates {
  findKey: FindKey;
  limit: RateLimit;
  operator: OperatorAccess;
}

/** Returns the caller, if they may use the endpoint and are within the rate limits. */
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
  const visitor = isNamed ? await readVouched(readVisitor, proof, found, readAgain) : undefined;
  const guest = beacon ? await readVouched(readGuest, proof, found, readAgain) : undefined;
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

/** The log cannot be erased, so that it names no visitor. */
const unnamedVisitor: Actor = { actor: 'visitor', actor_id: null, actor_name: null };

function staffOf({ key, agent }: FoundKey): Actor {
  return agent === null
    ? { actor: 'key', actor_id: key?.id ?? null, actor_name: key?.name ?? null }
    : { actor: 'agent', actor_id: agent.id, actor_name: agent.name };
}

/** A token that is signed with a secret which is newer than the remembered key is no wrong one. */
async function readVouched<Visitor>(
  read: (proof: VisitorProof, found: FoundKey) => Promise<Visitor>,
  proof: VisitorProof,
  found: FoundKey,
  readAgain: () => Promise<FoundKey>,
): Promise<Visitor> {
  try {
    return await read(proof, found);
  } catch (error) {
    const isUnknown = error instanceof AuthenticationError && error.code === 'IDENTITY_INVALID';
    if (!isUnknown) throw error;
    return read(proof, await readAgain());
  }
}

/** A visitor who may stay anonymous and unverified. An anonymous one gets a new identity with each request. */
async function readGuest(
  proof: VisitorProof,
  found: FoundKey,
): Promise<CallingVisitor | undefined> {
  if (proof.identity === undefined && proof.visitor === undefined) return undefined;
  return readVisitor(proof, { ...found, identity: { ...found.identity, isRequired: false } });
}
