import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant, ofVisitor } from '../db/scope.ts';

/** The name of a ticket's visitor, as colleagues see it. */
const nameOrAddress = sql<string>`coalesce(nullif(customer_name, ''), customer_email)`;

/** Cursor of a list: only tickets that changed before this. */
export interface ListPosition {
  updatedAt: Date;
  number: number;
}

const isOwn = sql<boolean>`visitor_hash = ${ofVisitor}`;
/**
 * The RLS policy has the same condition, but only this one lets the planner use the index and stop
 * early.
 */
const isOfColleague = sql<boolean>`organization_id = support.organization()
  and visitor_hash <> ${ofVisitor} and (select support.shares_requests())`;

/** The columns of a ticket in a list. */
const summary = [
  'id',
  'number',
  'ticket_number',
  'status',
  'subject',
  'category',
  'excerpt',
  'last_author',
  'last_author_name',
  'created_at',
  'updated_at',
] as const;

interface ListPage {
  before: ListPosition | undefined;
  limit: number;
  /** The visitor has a signed organization, whose requests can be shared. */
  hasOrganization: boolean;
}

/** Lists the tickets that the visitor can read, the latest change first. */
export function listTicketsByChange(
  trx: Transaction<Schema>,
  { before, limit, hasOrganization }: ListPage,
) {
  const page = (condition: RawBuilder<boolean>) =>
    trx
      .selectFrom('tickets')
      .select(summary)
      .select([
        sql<number>`case when ${isOwn} then unread else 0 end`.as('unread'),
        sql<string | null>`case when ${isOwn} then null else ${nameOrAddress} end`.as('colleague'),
      ])
      .where('tenant_id', '=', ofTenant)
      .where('merged_into', 'is', null)
      .where(condition)
      .$if(before !== undefined, (query) =>
        query.where(
          sql<boolean>`(updated_at, number) < (${before?.updatedAt}::timestamptz, ${before?.number}::integer)`,
        ),
      )
      .orderBy('updated_at', 'desc')
      .orderBy('number', 'desc')
      .limit(limit);
  if (!hasOrganization) return page(isOwn).execute();
  return trx
    .selectFrom(page(isOwn).as('own'))
    .selectAll()
    .unionAll(trx.selectFrom(page(isOfColleague).as('shared')).selectAll())
    .orderBy('updated_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}
