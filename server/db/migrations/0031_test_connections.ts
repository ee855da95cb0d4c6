import { type Kysely, sql } from 'kysely';

/**
 * Everything that the team sets up with a test key is test data, including the states of
 * connecting.
 */
const owned = [
  'integrations',
  'incidents',
  'maintenance_windows',
  'webhooks',
  'webhook_interests',
  'oauth_states',
  'article_feedback',
];

const columns = owned
  .map(
    (table) => `
  alter table support.${table} add column mode text not null default 'live'
    check (mode in ('live', 'test'));
  alter table support.${table} alter column mode set default coalesce(support.mode(), 'live');`,
  )
  .join('');

const keys = `
  drop index support.integrations_name;
  create unique index integrations_name on support.integrations
    (tenant_id, mode, coalesce(organization_id, ''), provider, name);
  alter table support.webhook_interests drop constraint webhook_interests_pkey;
  alter table support.webhook_interests add primary key (tenant_id, mode, type);
  alter table support.article_feedback drop constraint article_feedback_pkey;
  alter table support.article_feedback add primary key (tenant_id, slug, visitor_hash, mode);
`;

const unbound = '(select support.mode()) is null';
const within = (column: string, table: string) => `${unbound} or ${column} in
  (select id from support.${table} where tenant_id = (select support.tenant()))`;

/** The RLS policies of the first table decide which rows of the others are visible. */
const parts: Readonly<Record<string, string>> = {
  integration_secrets: within('integration_id', 'integrations'),
  integration_checks: within('integration_id', 'integrations'),
  integration_hours: within('integration_id', 'integrations'),
  integration_alerts: within('integration_id', 'integrations'),
  integration_syncs: within('integration_id', 'integrations'),
  received_events: within('integration_id', 'integrations'),
  webhook_deliveries: within('webhook_id', 'webhooks'),
};

/** Restrictive policies. A transaction without a mode, such as a worker's, sees both. */
const policies = [
  ...owned.map((table) => [table, `${unbound} or mode = (select support.mode())`]),
  ...Object.entries(parts),
]
  .map(
    ([table, rule]) => `
  create policy mode on support.${table} as restrictive to support_app using (${rule});`,
  )
  .join('');

/** Separates integrations, incidents and webhooks of test keys from those of live keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [columns, keys, policies]) await sql.raw(script).execute(db);
}
