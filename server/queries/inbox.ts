import { sql, type Transaction } from 'kysely';
import type { InboxSort } from '../../src/contract/inboxFilter.ts';
import type { Priority, TicketStatus } from '../../src/contract/ticket.ts';
import { searchedTerms } from '../base/messageTerms.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { cursorOf, type InboxPosition, inOrder, isAfter } from './inboxSort.ts';
import { ticketsWith } from './messageTerms.ts';

export interface InboxFilter {
  status?: TicketStatus | 'unresolved' | undefined;
  priority?: Priority | undefined;
  /** Id of an agent; null selects unassigned tickets. */
  assignee?: string | null | undefined;
  /** Id of a queue; null selects tickets without a queue. */
  queue?: string | null | undefined;
  tag?: string | undefined;
  /** Id of an organization. */
  organization?: string | undefined;
  snoozed?: 'yes' | 'no' | undefined;
  /** Id of an agent who is mentioned in a note. */
  mentioned?: string | undefined;
  search?: string | undefined;
}

/** Lists the tickets of the tenant that match the filter. */
export function listInbox(
  trx: Transaction<Schema>,
  filter: InboxFilter,
  { sort, after, limit }: { sort: InboxSort; after: InboxPosition | undefined; limit: number },
) {
  return inboxOf(trx, filter)
    .leftJoin('agents', (join) =>
      join
        .onRef('agents.tenant_id', '=', 'tickets.tenant_id')
        .onRef('agents.id', '=', 'tickets.assignee_id'),
    )
    .selectAll('tickets')
    .leftJoin('organizations', (join) =>
      join
        .onRef('organizations.tenant_id', '=', 'tickets.tenant_id')
        .onRef('organizations.id', '=', 'tickets.organization_id'),
    )
    .select(['agents.name as agent_name', 'agents.email as agent_email'])
    .select(['organizations.name as organization_name', 'organizations.plan as organization_plan'])
    .select(cursorOf(sort).as('cursor'))
    .$if(after !== undefined, (query) => query.where(isAfter(sort, after ?? [])))
    .orderBy(inOrder(sort))
    .limit(limit)
    .execute();
}

function inboxOf(
  trx: Transaction<Schema>,
  { status, priority, assignee, queue, tag, organization, snoozed, mentioned, search }: InboxFilter,
) {
  const terms = search === undefined ? undefined : searchedTerms(search);
  const pattern = `%${search?.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return trx
    .selectFrom('tickets')
    .where('tickets.tenant_id', '=', ofTenant)
    .where('tickets.merged_into', 'is', null)
    .$if(status !== undefined, (query) =>
      status === 'unresolved'
        ? query.where('tickets.status', '<>', 'resolved')
        : query.where('tickets.status', '=', status ?? 'new'),
    )
    .$if(priority !== undefined, (query) =>
      query.where('tickets.priority', '=', priority ?? 'medium'),
    )
    .$if(assignee === null, (query) => query.where('tickets.assignee_id', 'is', null))
    .$if(typeof assignee === 'string', (query) =>
      query.where('tickets.assignee_id', '=', assignee ?? ''),
    )
    .$if(queue === null, (query) => query.where('tickets.queue', 'is', null))
    .$if(typeof queue === 'string', (query) => query.where('tickets.queue', '=', queue ?? ''))
    .$if(tag !== undefined, (query) => query.where(sql<boolean>`${tag} = any(tickets.tags)`))
    .$if(organization !== undefined, (query) =>
      query.where('tickets.organization_id', '=', organization ?? ''),
    )
    .$if(snoozed !== undefined, (query) =>
      query.where('tickets.snoozed_until', snoozed === 'yes' ? 'is not' : 'is', null),
    )
    .$if(mentioned !== undefined, (query) =>
      query.where(sql<boolean>`tickets.id in (select ticket_id from mentions
        where tenant_id = ${ofTenant} and agent_id = ${mentioned})`),
    )
    .$if(search !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('ticket_number', 'ilike', pattern),
          where('subject', 'ilike', pattern),
          where('customer_email', 'ilike', pattern),
          where('customer_name', 'ilike', pattern),
          ...(terms === undefined ? [] : [sql<boolean>`tickets.id in (${ticketsWith(terms)})`]),
        ]),
      ),
    );
}

/** Counts the tickets that match a filter, up to `limit`. */
export async function countMatching(
  trx: Transaction<Schema>,
  filter: InboxFilter,
  limit: number,
): Promise<number> {
  const found = inboxOf(trx, filter).select('tickets.id').limit(limit).as('found');
  const { count } = await trx
    .selectFrom(found)
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
