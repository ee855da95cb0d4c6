import { type Kysely, sql } from 'kysely';

/** Keys that were unique across all accounts. */
const primaryKeys = {
  api_keys: 'hash',
  agent_sessions: 'hash',
  oauth_states: 'hash',
  jobs: 'id',
  attachments: 'id',
  article_pictures: 'id',
  attachment_removals: 'storage_key',
};

const uniqueKeys = {
  attachments: 'storage_key',
  article_pictures: 'storage_key',
  articles: 'id',
};

/** Columns by which a row is found before its account is known. Their values are random. */
const lookups = {
  api_keys: 'hash',
  agent_sessions: 'hash',
  oauth_states: 'hash',
  tickets: 'reply_token',
  attachments: 'id',
  article_pictures: 'id',
  integrations: 'id',
};

const scripts = [
  ...Object.entries(primaryKeys).map(
    ([table, column]) => `alter table support.${table} drop constraint ${table}_pkey,
      add primary key (tenant_id, ${column});`,
  ),
  ...Object.entries(uniqueKeys).map(
    ([table, column]) => `alter table support.${table} drop constraint ${table}_${column}_key,
      add unique (tenant_id, ${column});`,
  ),
  // The primary key of integrations contains it.
  'alter table support.integrations drop constraint integrations_id_key;',
  `drop index support.tickets_reply_token_idx;
   alter table support.tickets add unique (tenant_id, reply_token);`,
  ...Object.entries(lookups).map(
    ([table, column]) => `create index on support.${table} (${column});`,
  ),
];

/**
 * Every key now begins with the account, as required by databases that distribute accounts over
 * several machines.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(scripts.join('\n')).execute(db);
}
