import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

/**
 * Keys get names, modes, scopes and an expiry. `created_at` is null for older keys. `hint`: the
 * part of a key that a list can show.
 */
const columns = `
  alter table support.api_keys
    add column id uuid not null default gen_random_uuid(),
    add column name text not null default '',
    add column mode text not null default 'live' check (mode in ('live', 'test')),
    add column scopes text[] not null default '{}',
    add column hint text,
    add column created_at timestamptz(3),
    add column expires_at timestamptz(3),
    add column last_used_at timestamptz(3);
  alter table support.api_keys alter column created_at set default now();
  create unique index on support.api_keys (tenant_id, id);

  alter table support.tenants
    add column plan text check (plan in ('free', 'starter', 'professional', 'enterprise')),
    add column created_at timestamptz(3);
  alter table support.tenants alter column created_at set default now();

  alter table support.agents
    add column role text not null default 'agent' check (role in ('admin', 'agent', 'viewer')),
    add column disabled_at timestamptz(3);
  alter table support.agent_sessions
    add column mode text not null default 'live' check (mode in ('live', 'test'));

  create table support.retired_identity_secrets (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    secret text not null,
    expires_at timestamptz(3) not null,
    primary key (tenant_id, secret)
  );
  create index on support.retired_identity_secrets (expires_at);
`;

const operator = `tenant_id = support.tenant() and support.actor() = 'operator'`;

/** A key records its own use. The operator of the server can see all accounts. */
const policies = `
  create policy touch on support.api_keys for update
    using (support.actor() = 'auth' and hash = support.key_hash())
    with check (hash = support.key_hash());
  create policy list on support.tenants for select using (support.actor() = 'server');
  create policy operate on support.agent_sessions using (${operator});
`;

const secrets = restrictAccess('retired_identity_secrets', {
  grant: 'select, insert, update, delete',
  policies: {
    operate: `using (${operator})`,
    authenticate: `for select using (support.actor() = 'auth' and tenant_id in (
      select tenant_id from support.api_keys union select tenant_id from support.agent_sessions))`,
    forget: `for delete using (support.actor() = 'worker')`,
    find: `for select using (support.actor() = 'worker')`,
  },
});

/** Adds the management of accounts, keys, identity secrets and agents by command and API. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [columns, policies, secrets]) await sql.raw(script).execute(db);
}
