import type { Transaction } from 'kysely';
import type { RoutingRule } from '../../src/contract/routing.ts';
import type { Schema } from '../db/schema.ts';
import { activeAgent } from './activeAgent.ts';
import { updateResponseClock } from './responseClock.ts';
import { changeTicketRow } from './ticketChange.ts';
import type { StoredTicket } from './tickets.ts';

/**
 * Moves a ticket to the queue of a rule and adds the tags of the rule. Assigns the agent of the
 * rule if the ticket has no assignee.
 */
export async function applyRule(
  trx: Transaction<Schema>,
  { id, queue, tags, assignee_id }: StoredTicket,
  rule: RoutingRule,
): Promise<void> {
  await changeTicketRow(trx, id, {
    queue: rule.queue ?? queue,
    tags: [...new Set([...tags, ...(rule.tags ?? [])])],
    ...(assignee_id === null && { assignee_id: activeAgent(rule.assignee) }),
  });
  await updateResponseClock(trx, id, { queueBefore: queue });
}
