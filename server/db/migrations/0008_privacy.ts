import { type Kysely, sql } from 'kysely';

/** Tables with data of visitors. Messages, files and timers are deleted with their request. */
const tables = [
  'tickets',
  'messages',
  'attachments',
  'jobs',
  'idempotency_keys',
  'events',
  'deflections',
  'request_metrics',
  'article_feedback',
  'webhook_deliveries',
  'oauth_states',
];

/** Allows all data of one visitor to be exported and erased. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const policies = tables.map(
    (table) => `create policy privacy on support.${table} using (
      tenant_id = (select support.tenant()) and (select support.actor()) = 'privacy')`,
  );
  const grants = [
    'grant delete on support.tickets to support_app',
    'grant select, delete on support.webhook_deliveries, support.oauth_states to support_app',
    'grant update (id, visitor_hash) on support.request_metrics to support_app',
  ];
  await sql.raw([...policies, ...grants].join(';\n')).execute(db);
}
