import { sql, type Transaction } from 'kysely';
import type { Rating } from '../../src/contract/ticket.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Place in the list, which is in the order of time, the newest first. */
export interface CommentPlace {
  rated_at: Date;
  id: string;
}

interface CommentPage {
  from: Date;
  to: Date;
  after: CommentPlace | undefined;
  limit: number;
}

interface StoredComment {
  id: string;
  ticket_number: string;
  subject: string;
  customer_name: string | null;
  rating: Rating | null;
  rated_at: Date | null;
  resolved_by: string | null;
}

/** Requests that were rated with a comment. */
export function listStoredComments(
  trx: Transaction<Schema>,
  { from, to, after, limit }: CommentPage,
): Promise<StoredComment[]> {
  const isAfter = sql<boolean>`(rating_comment_at, tickets.id)
    < (${after?.rated_at}::timestamptz, ${after?.id}::uuid)`;
  return trx
    .selectFrom('tickets')
    .leftJoin('agents', (join) =>
      join
        .onRef('agents.tenant_id', '=', 'tickets.tenant_id')
        .onRef('agents.id', '=', 'tickets.resolved_by'),
    )
    .select(['tickets.id', 'ticket_number', 'subject', 'customer_name', 'rating'])
    .select(['rating_comment_at as rated_at', 'agents.name as resolved_by'])
    .where('tickets.tenant_id', '=', ofTenant)
    .where('rating_comment_at', '>=', from)
    .where('rating_comment_at', '<', to)
    .$if(after !== undefined, (query) => query.where(isAfter))
    .orderBy('rating_comment_at', 'desc')
    .orderBy('tickets.id', 'desc')
    .limit(limit)
    .execute();
}
