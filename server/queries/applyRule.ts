import { sql, type Transaction } from 'kysely';
import type { RoutingRule } from '../../src/contract/routing.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { keepResponseClock } from './responseClock.ts';
import type { StoredTicket } from './tickets.ts';

/** Moves a ticket to the queue of a rule and adds its tags; its assignee where the ticket has none. */
export async function applyRule(
  trx: Transaction<Schema>,
  { id, queue, tags, assignee_id }: StoredTicket,
  rule: RoutingRule,
): Promise<void> {
  const assignee = sql<string | null>`support.active_agent(${rule.assignee ?? null}::uuid)`;
  await trx
    .updateTable('tickets')
    .set({
      queue: rule.queue ?? queue,
      tags: [...new Set([...tags, ...(rule.tags ?? [])])],
      ...(assignee_id === null && { assignee_id: assignee }),
    })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .execute();
  await keepResponseClock(trx, id, { queueBefore: queue });
}
