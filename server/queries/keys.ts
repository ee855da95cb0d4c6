import { type Kysely, sql } from 'kysely';
import type { Agent } from '../../src/contract/agent.ts';
import type { IdentityKeys } from '../base/identity.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';

export interface FoundKey {
  tenantId: string;
  kind: 'publishable' | 'secret' | 'session';
  allowedOrigins: readonly string[];
  /** Of a session. */
  agent: Agent | null;
  /** How this tenant's backend vouches for visitors. */
  identity: IdentityKeys & { isRequired: boolean };
}

const tenantColumns = [
  'tenants.id as tenantId',
  'tenants.allowed_origins as allowedOrigins',
  'tenants.identity_secrets as secrets',
  'tenants.identity_keys as keys',
  'tenants.require_identity as isRequired',
] as const;

/** The key with this hash and what of its tenant decides about a request; undefined when unknown or revoked. */
export function findKey(db: Kysely<Schema>, keyHash: string): Promise<FoundKey | undefined> {
  return inScope(
    db,
    { actor: 'auth', keyHash },
    async (trx) => {
      const found = await trx
        .selectFrom('api_keys')
        .innerJoin('tenants', 'tenants.id', 'api_keys.tenant_id')
        .select([...tenantColumns, 'api_keys.kind as kind'])
        .where('api_keys.hash', '=', keyHash)
        .where('api_keys.revoked_at', 'is', null)
        .executeTakeFirst();
      return found && asKey(found, found.kind, null);
    },
    { isOneStatement: true },
  );
}

/** Like `findKey`, for the token of an agent's session; undefined when unknown or over. */
export function findSession(db: Kysely<Schema>, hash: string): Promise<FoundKey | undefined> {
  return inScope(
    db,
    { actor: 'auth', keyHash: hash },
    async (trx) => {
      const found = await trx
        .selectFrom('agent_sessions')
        .innerJoin('tenants', 'tenants.id', 'agent_sessions.tenant_id')
        .innerJoin('agents', 'agents.id', 'agent_sessions.agent_id')
        .select([...tenantColumns, 'agents.id', 'agents.name', 'agents.email'])
        .where('agent_sessions.hash', '=', hash)
        .where('agent_sessions.expires_at', '>', sql<Date>`now()`)
        .executeTakeFirst();
      if (found === undefined) return undefined;
      const { id, name, email } = found;
      return asKey(found, 'session', { id, name, email });
    },
    { isOneStatement: true },
  );
}

interface TenantPart {
  tenantId: string;
  allowedOrigins: string[];
  secrets: string[];
  keys: Record<string, unknown>[];
  isRequired: boolean;
}

function asKey(part: TenantPart, kind: FoundKey['kind'], agent: Agent | null): FoundKey {
  const { tenantId, allowedOrigins, secrets, keys, isRequired } = part;
  const identity = { secrets, keys, isRequired, audience: tenantId };
  return { tenantId, kind, allowedOrigins, agent, identity };
}
