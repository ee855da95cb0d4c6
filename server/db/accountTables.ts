import type { Generated } from 'kysely';
import type { KeyScope } from '../../src/contract/adminKey.ts';
import type { AuditEntry } from '../../src/contract/audit.ts';
import type { AgentRole, KeyMode } from '../../src/contract/role.ts';
import type { FromScope, Instant, Json } from './columns.ts';

export interface ApiKeysTable {
  hash: string;
  tenant_id: string;
  id: Generated<string>;
  kind: 'publishable' | 'secret';
  mode: Generated<KeyMode>;
  name: Generated<string>;
  /** The first and last characters of the key. */
  hint: string | null;
  scopes: Generated<KeyScope[]>;
  /** Null for a key that is older than this column. */
  created_at: Generated<Date | null>;
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
}

export interface AgentsTable {
  tenant_id: FromScope;
  id: string;
  name: string;
  email: string;
  role: Generated<AgentRole>;
  disabled_at: Date | null;
}

export interface AgentSessionsTable {
  hash: string;
  tenant_id: FromScope;
  agent_id: string;
  expires_at: Date;
  /** Mode of the key that opened the session. */
  mode: Generated<KeyMode>;
}

/** Replaced secrets that are still accepted. */
export interface RetiredIdentitySecretsTable {
  tenant_id: FromScope;
  secret: string;
  expires_at: Date;
}

export interface AuditLogTable {
  tenant_id: FromScope;
  id: Generated<string>;
  at: Instant;
  actor: AuditEntry['actor'];
  actor_id: string | null;
  actor_name: string | null;
  action: string;
  target: string | null;
  before: Json<Record<string, unknown>> | null;
  after: Json<Record<string, unknown>> | null;
  request_id: string | null;
}

/** Closed accounts. They accept nothing until they are reopened. */
export interface ClosedAccountsTable {
  tenant_id: FromScope;
  closed_at: Instant;
  /** Time at which all data of the account is deleted. */
  delete_at: Date;
}

/** Actions of the operator that concern the server, or accounts that may no longer exist. */
export interface OperatorLogTable {
  id: Generated<string>;
  at: Instant;
  action: string;
  target: string | null;
  before: Json<Record<string, unknown>> | null;
  after: Json<Record<string, unknown>> | null;
  request_id: string | null;
}

/** Token buckets of rate limits. A full bucket needs no row. */
export interface RateBucketsTable {
  tenant_id: string;
  /** A hash. */
  subject: string;
  full_at: Date;
  /** Number of tokens in the last grant. */
  granted: number;
}

/** Counters of actions in time windows. */
export interface AllowancesTable {
  tenant_id: FromScope;
  kind: string;
  /** A hash. */
  subject: string;
  window_start: Date;
  used: number;
}
