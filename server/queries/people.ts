import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Reply } from '../../src/contract/endpoint.ts';
import type {
  erasePerson as eraseEndpoint,
  PersonData,
  PersonKey,
} from '../../src/contract/privacy.ts';
import { digest } from '../base/digest.ts';
import { hashOfUser } from '../base/identity.ts';
import type { Schema } from '../db/schema.ts';
import { enter } from '../db/scope.ts';
import { queueJobs } from '../queue/jobs.ts';
import { deleteRows } from './deleteRows.ts';

type Trx = Transaction<Schema>;

interface Person {
  userId: string | null;
  email: string | undefined;
  ticketIds: string[];
  /**
   * Visitors whose requests are all from this person. Other visitors may share the device with
   * someone else.
   */
  hashes: string[];
}

async function findPerson(trx: Trx, { user_id, visitor_id, email }: PersonKey): Promise<Person> {
  const userId = user_id ?? null;
  const known = userId === null ? (visitor_id ? digest(visitor_id) : null) : hashOfUser(userId);
  const { rows } = await sql<{ id: string; visitor_hash: string; is_only: boolean }>`
    with theirs as (
      select id, visitor_hash from tickets where tenant_id = support.tenant() and (
        visitor_hash = ${known} or metadata->>'user_id' = ${userId}
        or lower(customer_email) = lower(${email ?? null}::text)))
    select id, visitor_hash, not exists (
      select from tickets where tickets.tenant_id = support.tenant()
        and tickets.visitor_hash = theirs.visitor_hash
        and tickets.id not in (select id from theirs)) as is_only
    from theirs`.execute(trx);
  const hashes = new Set(rows.flatMap((row) => (row.is_only ? row.visitor_hash : [])));
  if (known !== null) hashes.add(known);
  return { userId, email, ticketIds: rows.map(({ id }) => id), hashes: [...hashes] };
}

type Section = Exclude<keyof PersonData, 'generated_at'>;

/** Returns conditions for the rows that belong to a person, by table. */
function rowsOf({
  userId,
  email,
  ticketIds,
  hashes,
}: Person): Record<Section, RawBuilder<boolean>> {
  const isTicket = (column: string) => sql`${sql.ref(column)} = any(${ticketIds}::uuid[])`;
  const isVisitor = sql`visitor_hash = any(${hashes}::text[])`;
  const names = (text: string) =>
    sql`${sql.raw(text)} like any(${ticketIds.map((id) => `%${id}%`)}::text[])`;
  const named = (...conditions: RawBuilder<unknown>[]) =>
    sql<boolean>`tenant_id = support.tenant() and (${sql.join(conditions, sql` or `)})`;
  return {
    tickets: named(isTicket('id')),
    messages: named(isTicket('ticket_id')),
    attachments: named(isTicket('ticket_id'), isVisitor),
    events: named(isTicket('id'), isVisitor, sql`properties->>'user_id' = ${userId}`),
    article_feedback: named(isVisitor),
    deflections: named(isVisitor),
    request_metrics: named(isTicket('id'), isVisitor),
    received_mails: named(
      isTicket('ticket_id'),
      sql`lower(from_address) = lower(${email ?? null}::text)`,
    ),
    jobs: named(names('payload::text')),
    webhook_deliveries: named(names('payload')),
    oauth_states: named(isVisitor),
    // Rows of agents contain replies of the team.
    idempotency_keys: named(
      isVisitor,
      sql`reply->>'id' = any(${ticketIds}::text[])`,
      sql`reply->>'id' in (select id::text from messages where ${isTicket('ticket_id')})`,
    ),
  };
}

/** Columns that are never exported, because they grant access or name other tenants. */
const secret = [
  'tenant_id',
  'reply_token',
  'storage_key',
  'hash',
  'sealed_verifier',
  'proof_hash',
  'receipt_hash',
  'sealed_answer',
];

/**
 * Returns all data that is stored about a person. The rest of the transaction is in the scope
 * `privacy`.
 */
export async function readPerson(
  trx: Trx,
  tenantId: string,
  key: PersonKey,
): Promise<Omit<PersonData, 'generated_at'>> {
  await enter(trx, { actor: 'privacy', tenantId });
  const where = rowsOf(await findPerson(trx, key));
  const read = async (table: Section) => {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) - ${secret}::text[] as row
      from ${sql.table(table)} as t where ${where[table]}`.execute(trx);
    return rows.map(({ row }) => row);
  };
  return {
    tickets: await read('tickets'),
    messages: await read('messages'),
    attachments: await read('attachments'),
    events: await read('events'),
    article_feedback: await read('article_feedback'),
    deflections: await read('deflections'),
    request_metrics: await read('request_metrics'),
    received_mails: await read('received_mails'),
    jobs: await read('jobs'),
    idempotency_keys: await read('idempotency_keys'),
    webhook_deliveries: await read('webhook_deliveries'),
    oauth_states: await read('oauth_states'),
  };
}

/**
 * Erases a person. Rows that count in statistics only lose what identifies the person. A job
 * removes the files. The rest of the transaction is in the scope `privacy`.
 */
export async function erasePerson(
  trx: Trx,
  tenantId: string,
  key: PersonKey,
): Promise<Reply<typeof eraseEndpoint>> {
  await enter(trx, { actor: 'privacy', tenantId });
  const where = rowsOf(await findPerson(trx, key));
  const count = async (query: RawBuilder<unknown>) => {
    const { numAffectedRows } = await query.execute(trx);
    return Number(numAffectedRows ?? 0);
  };
  const remove = (table: Section) => deleteRows(trx, table, where[table]);
  const change = (table: Section, values: RawBuilder<unknown>) =>
    count(sql`update ${sql.table(table)} set ${values} where ${where[table]}`);
  // Waits for replies that are being written and blocks new ones, because the statements below
  // record the files to remove.
  await sql`select from tickets where ${where.tickets} for update`.execute(trx);
  const known = await sql<{ distinct_id: string }>`
    select distinct distinct_id from events
    where ${where.events} and distinct_id is not null order by 1`.execute(trx);
  const messages = await sql<{ count: number }>`
    select count(*)::integer as count from messages where ${where.messages}`.execute(trx);

  // Rows that are found through the messages of a ticket must be deleted first.
  const jobs = await remove('jobs');
  const idempotency_keys = await remove('idempotency_keys');
  const webhook_deliveries = await remove('webhook_deliveries');
  const oauth_states = await remove('oauth_states');
  const received_mails = await remove('received_mails');
  const attachments = await remove('attachments');
  const events = await remove('events');
  const anonymousHash = sql`visitor_hash = gen_random_uuid()::text`;
  const anonymised = {
    article_feedback: await change('article_feedback', sql`${anonymousHash}, comment = null`),
    deflections: await change('deflections', anonymousHash),
    request_metrics: await change(
      'request_metrics',
      sql`id = gen_random_uuid(), visitor_hash = null`,
    ),
  };
  const tickets = await remove('tickets');
  await queueJobs(trx, [{ type: 'clean_attachments', payload: {} }]);
  return {
    deleted: {
      tickets,
      messages: messages.rows[0]?.count ?? 0,
      attachments,
      received_mails,
      events,
      jobs,
      idempotency_keys,
      webhook_deliveries,
      oauth_states,
    },
    anonymised,
    distinct_ids: known.rows.map(({ distinct_id }) => distinct_id),
  };
}
