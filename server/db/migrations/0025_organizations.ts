import { type Kysely, sql } from 'kysely';
import { escalatedBy, metricsFunction } from './0007_triggers.ts';
import { restrictAccess } from './restrictAccess.ts';

const tables = `
  create function support.organization() returns text language sql stable
    return nullif(current_setting('app.organization_id', true), '');

  create table support.organizations (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id text not null check (length(id) between 1 and 128),
    name text,
    plan text,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    primary key (tenant_id, id)
  );

  alter table support.tenants
    add column connect_role text;

  alter table support.integrations
    add column organization_id text,
    add column visibility text not null default 'public' check (visibility in ('public', 'agents')),
    add foreign key (tenant_id, organization_id) references support.organizations on delete cascade,
    drop constraint integrations_tenant_id_provider_name_key;
  create unique index integrations_name on support.integrations
    (tenant_id, coalesce(organization_id, ''), provider, name);

  alter table support.oauth_states add column organization_id text default support.organization();

  alter table support.tickets
    add column organization_id text,
    add column signed text[] not null default '{}',
    add foreign key (tenant_id, organization_id) references support.organizations;
`;

const ofTenant = 'tenant_id = (select support.tenant())';
const actor = '(select support.actor())';
const organization = '(select support.organization())';
const agent = `${actor} = 'agent'`;
const visitor = `${actor} = 'visitor'`;
/** The RLS policies of the integrations decide which ones a visitor sees. */
const visible = `integration_id in (select id from support.integrations where ${ofTenant})`;
const concernsVisible = `(integrations = '{}' or exists (
  select from support.integrations as one where one.${ofTenant} and one.id = any(integrations)))`;

const ofIntegration = [
  'integration_checks',
  'integration_hours',
  'integration_alerts',
  'integration_syncs',
  'received_events',
];
const ofMany = ['incidents', 'maintenance_windows'];

const read = (table: string, rule: string) =>
  `alter policy read on support.${table} using (${ofTenant} and (${agent} or (${visitor} and ${rule})))`;

const policies = [
  restrictAccess('organizations', {
    grant: 'select, insert, update, delete',
    policies: {
      own: `using (${ofTenant} and ${visitor} and id = ${organization})`,
      operate: `using (${ofTenant} and ${actor} in ('agent', 'worker'))`,
    },
  }),
  read(
    'integrations',
    `(organization_id = ${organization} or (organization_id is null and visibility = 'public'))`,
  ),
  ...ofIntegration.map((table) => read(table, visible)),
  ...ofMany.map((table) => read(table, concernsVisible)),
  ...['finish_read', 'finish'].map(
    (policy) => `alter policy ${policy} on support.oauth_states using (${ofTenant} and ${visitor}
      and visitor_hash = (select support.visitor())
      and organization_id is not distinct from ${organization})`,
  ),
];

/**
 * Adds organizations, which are the customers of an account. An integration belongs to one of them,
 * or to the account itself, like all earlier ones. `tickets.signed` lists the values from a signed
 * token: `email`, `name`, `organization`, `tier`. Only a signed tier escalates a request.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [
    tables,
    metricsFunction(escalatedBy('new', `'tier' = any(new.signed)`)),
    policies.join(';\n'),
  ])
    await sql.raw(script).execute(db);
}
