import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { type Snippet, snippetOf } from '../../src/relevance/snippet.ts';
import { endOf, isSearched, type SearchedTerms, termsOf, tokensOf } from '../base/messageTerms.ts';
import { sendPipelined } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';
import { wordsOf } from './excerpt.ts';

type Author = 'visitor' | 'agent' | 'system';

interface IndexedMessage {
  ticketId: string;
  position: number;
  author: Author;
  body: string;
}

/** Makes a message searchable in the desk, in the transaction that stores it. */
export async function indexMessage(
  trx: Transaction<Schema>,
  { ticketId, position, author, body }: IndexedMessage,
): Promise<void> {
  const terms = termsOf(wordsOf(body, author));
  if (terms.length === 0) return;
  const rows = sql`insert into message_terms (term, ticket_id, position)
    select term, ${ticketId}::uuid, ${position}::integer from unnest(${terms}::text[]) as list (term)
    on conflict do nothing`;
  await sendPipelined(trx, rows);
}

/** Maximum number of messages that one statement indexes. */
const messagesPerBatch = 200;

/** Indexes the messages of all accounts that were stored before search existed. */
export async function indexOlderMessages(db: Kysely<Schema>, signal: AbortSignal): Promise<void> {
  const accounts = await inScope(db, { actor: 'server' }, (trx) =>
    trx.selectFrom('tenants').select('id').execute(),
  );
  for (const { id: tenantId } of accounts) {
    for (let done = messagesPerBatch; done === messagesPerBatch && !signal.aborted; ) {
      done = await inScope(db, { actor: 'worker', tenantId }, indexSome);
    }
  }
}

async function indexSome(trx: Transaction<Schema>): Promise<number> {
  const { rows } = await sql<IndexedMessage>`
    update messages set indexed = true from (
      select ticket_id, position from messages where tenant_id = ${ofTenant} and not indexed
      limit ${messagesPerBatch} for update skip locked) as older
    where messages.tenant_id = ${ofTenant} and messages.ticket_id = older.ticket_id
      and messages.position = older.position
    returning messages.ticket_id as "ticketId", messages.position, author, body`.execute(trx);
  for (const message of rows) await indexMessage(trx, message);
  return rows.length;
}

const isTerm = (term: string) => sql<boolean>`term = ${term}`;
const begins = (term: string) => sql<boolean>`term >= ${term} and term < ${endOf(term)}`;

function conditionsOf({ whole, begun }: SearchedTerms): RawBuilder<boolean>[] {
  return [...whole.map(isTerm), ...(begun === undefined ? [] : [begins(begun)])];
}

/** Returns a query for the ids of tickets whose messages contain every word of a search. */
export function ticketsWith(terms: SearchedTerms): RawBuilder<unknown> {
  const each = conditionsOf(terms).map(
    (condition) =>
      sql`select ticket_id from message_terms where tenant_id = ${ofTenant} and ${condition}`,
  );
  return sql.join(each, sql` intersect `);
}

/** The passage of a ticket that matches a search. */
export interface Passage extends Snippet {
  /** The passage is part of an internal note. */
  internal: boolean;
}

/** Finds the passage of each ticket that matches the most words of a search. */
export async function findPassages(
  trx: Transaction<Schema>,
  ticketIds: readonly string[],
  terms: SearchedTerms,
): Promise<Map<string, Passage>> {
  if (ticketIds.length === 0) return new Map();
  const isAny = sql.join(
    conditionsOf(terms).map((one) => sql`(${one})`),
    sql` or `,
  );
  const { rows } = await sql<{ id: string; author: Author; internal: boolean; body: string }>`
    select distinct on (ticket_id) ticket_id as id, author, internal, body
    from (
      select ticket_id, position, count(*) as hits from message_terms
      where tenant_id = ${ofTenant} and ticket_id = any(${[...ticketIds]}::uuid[]) and (${isAny})
      group by ticket_id, position) as found
    join messages using (ticket_id, position)
    where messages.tenant_id = ${ofTenant}
    order by ticket_id, hits desc, created_at desc`.execute(trx);
  return new Map(
    rows.map(({ id, author, internal, body }) => {
      const text = wordsOf(body, author);
      const tokens = tokensOf(text);
      const found = tokens.filter(({ term }) => isSearched(term, terms));
      const query = {
        corpus: { locale: '', weightOf: () => 1 },
        terms: new Map(found.map(({ term }) => [term, 1])),
      };
      return [id, { ...snippetOf({ description: '', text }, query, tokens), internal }];
    }),
  );
}
