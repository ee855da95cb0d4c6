import { sql, type Transaction } from 'kysely';
import type { AccountSettings } from '../../src/contract/adminSettings.ts';
import { sharedTables } from '../db/isolation.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** The settings that are stored in columns of the account. */
type StoredSettings = Omit<AccountSettings, 'daily_summary'>;

const columns = [
  'name',
  'email',
  'mail_from',
  'team_email',
  'ticket_prefix',
  'allowed_origins',
  'links',
  'categories',
  'fields',
  'business_hours',
  'routing',
  'first_response',
  'email_channel',
  'attachments',
  'require_identity',
  'identity_keys',
  'inbound_domain',
  'reply_mail_delay',
  'kb_url',
  'kb_index_limit',
  'help_center',
  'mcp',
  'source_locale',
  'written_answers',
  'written_answers_limit',
  'proactive',
  'connect_by',
  'connect_role',
  'confirm_unverified',
  'proof_of_work',
  'share_requests',
  'show_team',
] as const satisfies readonly (keyof StoredSettings)[];

/**
 * Returns the stored settings. A setting is null if its default applies. The transaction must be in
 * the scope `operator`.
 */
export function readStoredSettings(trx: Transaction<Schema>): Promise<StoredSettings> {
  return trx
    .selectFrom('tenants')
    .select(columns)
    .where('id', '=', ofTenant)
    .executeTakeFirstOrThrow();
}

type Change = { [Name in keyof StoredSettings]?: StoredSettings[Name] | undefined };

/** Updates only the fields that are set. */
export async function changeSettings(trx: Transaction<Schema>, change: Change): Promise<void> {
  const { links, categories, fields, business_hours, first_response, ...rest } = change;
  const { attachments, identity_keys, routing, proactive, ...plain } = rest;
  const json = <T>(value: T | undefined) =>
    value === undefined ? undefined : JSON.stringify(value);
  const nullable = <T>(value: T | null | undefined) => (value === null ? null : json(value));
  const values = {
    ...plain,
    links: json(links),
    categories: nullable(categories),
    fields: json(fields),
    business_hours: nullable(business_hours),
    first_response: json(first_response),
    attachments: nullable(attachments),
    identity_keys: json(identity_keys),
    routing: json(routing),
    proactive: json(proactive),
  };
  if (Object.values(values).every((value) => value === undefined)) return;
  await trx.updateTable('tenants').set(values).where('id', '=', ofTenant).execute();
}

/**
 * Assigns a domain to the account and removes its other domains. Null removes all of them. Returns
 * false if the domain belongs to another account. Concurrent requests for one domain are
 * serialized.
 */
export async function claimDomain(
  trx: Transaction<Schema>,
  domain: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`select ${ofTenant} as id`.execute(trx);
  const id = rows[0]?.id ?? '';
  const db = sharedTables(trx).withSchema('support');
  await db
    .deleteFrom('inbound_domains')
    .where('account_id', '=', id)
    .$if(domain !== null, (query) => query.where('domain', '<>', domain ?? ''))
    .execute();
  if (domain === null) return true;
  await db
    .insertInto('inbound_domains')
    .values({ domain, account_id: id })
    .onConflict((same) => same.column('domain').doNothing())
    .execute();
  const own = await db
    .selectFrom('inbound_domains')
    .select('domain')
    .where('domain', '=', domain)
    .where('account_id', '=', id)
    .executeTakeFirst();
  return own !== undefined;
}
