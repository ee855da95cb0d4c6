import { type Kysely, sql } from 'kysely';
import { access as webhookAccess, tables as webhookTables } from './0005_webhooks.ts';
import { restrictAccess, type TableAccess } from './restrictAccess.ts';

const noRecords = `'{"accounts": 0, "contacts": 0, "engagements": 0}'`;

/** Secrets have a separate table, so that no list of integrations can contain them. */
const tables = `
  alter table support.tenants
    add column connect_by text not null default 'verified'
      check (connect_by in ('verified', 'visitor'));

  create table support.integrations (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null default gen_random_uuid() unique,
    provider text not null,
    name text not null,
    category text not null,
    lifecycle text not null default 'active'
      check (lifecycle in ('active', 'inactive', 'error', 'maintenance', 'deprecated')),
    base_url text,
    migrate_url text,
    connection text not null default 'disconnected'
      check (connection in ('connected', 'error', 'disconnected', 'syncing')),
    ever_connected boolean not null default false,
    last_sync timestamptz(3),
    sync_frequency integer,
    error_count integer not null default 0,
    data_synced jsonb not null default ${noRecords},
    health text not null default 'unknown'
      check (health in ('healthy', 'degraded', 'unhealthy', 'unknown')),
    last_check timestamptz(3),
    response_time double precision,
    error_rate double precision,
    error_type text,
    reason text,
    metrics jsonb,
    passes integer not null default 2,
    slow_checks integer not null default 0,
    check_interval integer not null default 30,
    next_check_at timestamptz(3),
    checking_until timestamptz(3),
    created_at timestamptz(3) not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, provider, name)
  );
  create index on support.integrations (next_check_at) where next_check_at is not null;

  create table support.integration_secrets (
    tenant_id uuid not null default support.tenant(),
    integration_id uuid not null,
    kind text not null check (kind in ('credentials', 'tokens')),
    sealed text not null,
    expires_at timestamptz(3),
    refreshing_until timestamptz(3),
    primary key (tenant_id, integration_id, kind),
    foreign key (tenant_id, integration_id) references support.integrations on delete cascade
  );

  create table support.integration_checks (
    tenant_id uuid not null default support.tenant(),
    integration_id uuid not null,
    at timestamptz(3) not null default now(),
    passed boolean not null,
    response_time double precision,
    error_type text,
    primary key (tenant_id, integration_id, at),
    foreign key (tenant_id, integration_id) references support.integrations on delete cascade
  );
  create index on support.integration_checks (at);

  create table support.integration_hours (
    tenant_id uuid not null default support.tenant(),
    integration_id uuid not null,
    hour timestamptz(3) not null,
    checks integer not null,
    failed integer not null,
    response_time double precision,
    primary key (tenant_id, integration_id, hour),
    foreign key (tenant_id, integration_id) references support.integrations on delete cascade
  );

  create table support.integration_alerts (
    tenant_id uuid not null default support.tenant(),
    id uuid not null default gen_random_uuid(),
    integration_id uuid not null,
    type text not null
      check (type in ('error_rate', 'response_time', 'connectivity', 'quota_exceeded')),
    severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
    message text not null,
    raised_at timestamptz(3) not null default now(),
    resolved_at timestamptz(3),
    primary key (tenant_id, id),
    foreign key (tenant_id, integration_id) references support.integrations on delete cascade
  );
  create unique index on support.integration_alerts (tenant_id, integration_id, type)
    where resolved_at is null;
  create index on support.integration_alerts (tenant_id, raised_at desc);

  create table support.integration_syncs (
    tenant_id uuid not null default support.tenant(),
    id uuid not null default gen_random_uuid(),
    integration_id uuid not null,
    started_at timestamptz(3) not null,
    finished_at timestamptz(3),
    status text not null check (status in ('running', 'succeeded', 'failed')),
    records jsonb not null,
    message text,
    primary key (tenant_id, id),
    foreign key (tenant_id, integration_id) references support.integrations on delete cascade
  );
  create index on support.integration_syncs (tenant_id, integration_id, started_at desc);

  create table support.incidents (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null default gen_random_uuid(),
    title text not null,
    severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
    status text not null
      check (status in ('investigating', 'identified', 'monitoring', 'resolved')),
    integrations uuid[] not null,
    started_at timestamptz(3) not null default now(),
    resolved_at timestamptz(3),
    updates jsonb not null,
    primary key (tenant_id, id)
  );
  create index on support.incidents (tenant_id, started_at desc);

  create table support.maintenance_windows (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null default gen_random_uuid(),
    title text not null,
    description text not null,
    integrations uuid[] not null,
    starts_at timestamptz(3) not null,
    ends_at timestamptz(3) not null,
    primary key (tenant_id, id),
    check (starts_at < ends_at)
  );
  create index on support.maintenance_windows (tenant_id, ends_at);
`;

const ofTenant = 'tenant_id = support.tenant()';
const reader = `${ofTenant} and support.actor() in ('visitor', 'agent')`;
const agent = `${ofTenant} and support.actor() = 'agent'`;
const worker = `support.actor() = 'worker'`;

/** Visitors can read it, the team can write it, and the checker updates it. */
const shown: TableAccess = {
  grant: 'select, insert, update, delete',
  policies: {
    read: `for select using (${reader})`,
    operate: `using (${agent})`,
    work: `using (${worker})`,
  },
};

const access: Record<string, TableAccess> = {
  integrations: shown,
  integration_secrets: {
    grant: 'select, insert, update, delete',
    policies: { operate: `using (${agent})`, work: `using (${ofTenant} and ${worker})` },
  },
  integration_checks: shown,
  integration_hours: shown,
  integration_alerts: shown,
  integration_syncs: shown,
  incidents: shown,
  maintenance_windows: shown,
  ...webhookAccess,
};

/** Adds connections to external systems: state, health, history, alerts and events. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = Object.entries(access)
    .map(([table, one]) => restrictAccess(table, one))
    .join(';\n');
  for (const script of [tables, webhookTables, walls]) await sql.raw(script).execute(db);
}
