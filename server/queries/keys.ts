import { type Kysely, sql, type Transaction } from 'kysely';
import type { Plan } from '../../src/contract/adminAccount.ts';
import type { KeyScope } from '../../src/contract/adminKey.ts';
import type { Agent } from '../../src/contract/agent.ts';
import type { AgentRole, KeyMode } from '../../src/contract/role.ts';
import type { IdentityKeys } from '../base/identity.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';

export interface KeyRecord {
  tenantId: string;
  kind: 'publishable' | 'secret' | 'session';
  mode: KeyMode;
  allowedOrigins: readonly string[];
  /** Set for a key. */
  key: { id: string; name: string; scopes: readonly KeyScope[] } | null;
  /** Set for an agent's session. */
  agent: Agent | null;
  role: AgentRole | null;
  /** Null: the default limits of the server apply. */
  plan: Plan | null;
  /** The account is closed: the key gives no access. */
  isClosed: boolean;
  /** The secrets and keys with which the tenant's backend signs visitor tokens. */
  identity: IdentityKeys & { isRequired: boolean };
}

const tenantColumns = [
  'tenants.id as tenantId',
  'tenants.allowed_origins as allowedOrigins',
  'tenants.identity_keys as keys',
  'tenants.require_identity as isRequired',
  'tenants.plan as plan',
] as const;

const isClosed = sql<boolean>`exists (
  select from closed_accounts where closed_accounts.tenant_id = tenants.id)`.as('isClosed');

/** The current secrets, and replaced ones that are still accepted. */
const secrets = sql<string[]>`tenants.identity_secrets || array(
  select secret from retired_identity_secrets as retired
  where retired.tenant_id = tenants.id and retired.expires_at > now())`.as('secrets');

const isStale = sql<boolean>`coalesce(last_used_at < now() - interval '1 minute', true)`;

/**
 * Returns the key with this hash, and the data of its tenant that decides about a request. Returns
 * undefined if the key is unknown, revoked or expired. Records the use of the key at most once a
 * minute.
 */
export async function findKey(db: Kysely<Schema>, keyHash: string): Promise<KeyRecord | undefined> {
  const scope = { actor: 'auth', keyHash } as const;
  const read = (trx: Transaction<Schema>) =>
    trx
      .selectFrom('api_keys')
      .innerJoin('tenants', 'tenants.id', 'api_keys.tenant_id')
      .select([...tenantColumns, secrets, isClosed, 'api_keys.kind', 'api_keys.mode'])
      .select(['api_keys.id', 'api_keys.name', 'api_keys.scopes', isStale.as('isStale')])
      .where('api_keys.hash', '=', keyHash)
      .where('api_keys.revoked_at', 'is', null)
      .where(sql<boolean>`coalesce(api_keys.expires_at > now(), true)`)
      .executeTakeFirst();
  const found = await inScope(db, scope, read, { isOneStatement: true });
  if (found === undefined) return undefined;
  if (found.isStale) await inScope(db, scope, (trx) => noteUse(trx, keyHash));
  const { id, name, scopes, kind, mode } = found;
  return { ...asKey(found), kind, mode, key: { id, name, scopes }, agent: null, role: null };
}

async function noteUse(trx: Transaction<Schema>, keyHash: string): Promise<void> {
  await trx
    .updateTable('api_keys')
    .set({ last_used_at: sql<Date>`now()` })
    .where('hash', '=', keyHash)
    .where(isStale)
    .execute();
}

/**
 * Like `findKey`, for the token of an agent's session. Returns undefined if the session is unknown
 * or expired, or the agent is disabled.
 */
export function findSession(db: Kysely<Schema>, hash: string): Promise<KeyRecord | undefined> {
  return inScope(
    db,
    { actor: 'auth', keyHash: hash },
    async (trx) => {
      const found = await trx
        .selectFrom('agent_sessions')
        .innerJoin('tenants', 'tenants.id', 'agent_sessions.tenant_id')
        .innerJoin('agents', 'agents.id', 'agent_sessions.agent_id')
        .select([...tenantColumns, secrets, isClosed, 'agent_sessions.mode', 'agents.role'])
        .select(['agents.id', 'agents.name', 'agents.email'])
        .where('agent_sessions.hash', '=', hash)
        .where('agent_sessions.expires_at', '>', sql<Date>`now()`)
        .where('agents.disabled_at', 'is', null)
        .executeTakeFirst();
      if (found === undefined) return undefined;
      const { id, name, email, mode, role } = found;
      const agent = { id, name, email };
      return { ...asKey(found), kind: 'session', mode, key: null, agent, role };
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
  plan: Plan | null;
  isClosed: boolean;
}

function asKey(
  part: TenantPart,
): Pick<KeyRecord, 'tenantId' | 'allowedOrigins' | 'plan' | 'isClosed' | 'identity'> {
  const { tenantId, allowedOrigins, secrets, keys, isRequired, plan, isClosed } = part;
  const identity = { secrets, keys, isRequired, audience: tenantId };
  return { tenantId, allowedOrigins, plan, isClosed, identity };
}
