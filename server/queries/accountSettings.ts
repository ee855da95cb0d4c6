import { sql, type Transaction } from 'kysely';
import type { AccountSettings } from '../../src/contract/adminSettings.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Settings that are columns of the account. */
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
  'connect_by',
  'connect_role',
  'confirm_unverified',
  'share_requests',
] as const satisfies readonly (keyof StoredSettings)[];

/** The stored settings: null if the default applies. The transaction has the scope `operator`. */
export function readStoredSettings(trx: Transaction<Schema>): Promise<StoredSettings> {
  return trx
    .selectFrom('tenants')
    .select(columns)
    .where('id', '=', ofTenant)
    .executeTakeFirstOrThrow();
}

type Change = { [Name in keyof StoredSettings]?: StoredSettings[Name] | undefined };

/** Changes what is named. */
export async function changeSettings(trx: Transaction<Schema>, change: Change): Promise<void> {
  const { links, categories, fields, business_hours, first_response, ...rest } = change;
  const { attachments, identity_keys, routing, ...plain } = rest;
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
  };
  if (Object.values(values).every((value) => value === undefined)) return;
  await trx.updateTable('tenants').set(values).where('id', '=', ofTenant).execute();
}

/** Whether mails to a domain go to another account; a second account that asks waits for the first. */
export async function isDomainTaken(trx: Transaction<Schema>, domain: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select has_inbound_domain(${domain}) as taken`.execute(trx);
  return rows[0]?.taken === true;
}
