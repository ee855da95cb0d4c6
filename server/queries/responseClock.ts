import { type Kysely, sql, type Transaction } from 'kysely';
import { firstResponseSeconds } from '../base/firstResponse.ts';
import { turnClock } from '../base/responseClock.ts';
import { hoursOf } from '../base/routing.ts';
import { isOpenAccount } from '../db/openAccount.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';
import { readTenant } from './tenants.ts';

/**
 * Turns the clock of a ticket's first answer after its status, priority or queue has changed, until that has
 * come. `queueBefore` where the queue has changed.
 */
export async function keepResponseClock(
  trx: Transaction<Schema>,
  ticketId: string,
  { queueBefore }: { queueBefore?: string | null | undefined } = {},
): Promise<void> {
  const ticket = await trx
    .selectFrom('tickets')
    .select(['status', 'priority', 'queue'])
    .select(sql<string | null>`case when 'tier' = any(signed) then customer_tier end`.as('tier'))
    .select(['response_due_at as dueAt', 'response_target as target', 'response_left as left'])
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', ticketId)
    .where('first_response_at', 'is', null)
    .where('response_breached_at', 'is', null)
    .executeTakeFirst();
  if (ticket === undefined || ticket.target === null) return;
  const tenant = await readTenant(trx);
  const { status, queue, dueAt, target, left } = ticket;
  const next = turnClock(
    { dueAt, target, left },
    {
      status,
      target: firstResponseSeconds(tenant.first_response, ticket),
      newHours: hoursOf(tenant, queue),
    },
    hoursOf(tenant, queueBefore === undefined ? queue : queueBefore),
    new Date(),
  );
  await trx
    .updateTable('tickets')
    .set({
      response_due_at: next.dueAt,
      response_target: next.target,
      response_left: next.left,
      ...(next.dueAt !== null && { estimated_first_response: next.dueAt }),
    })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', ticketId)
    .execute();
}

/** Returns tickets whose first response is late and not yet recorded; the latest last. */
export function listLateResponses(db: Kysely<Schema>) {
  return inScope(db, { actor: 'worker' }, (trx) =>
    trx
      .selectFrom('response_timers')
      .select(['tenant_id as tenantId', 'ticket_id as ticketId'])
      .where('due_at', '<=', sql<Date>`now()`)
      .where(isOpenAccount('response_timers.tenant_id'))
      .orderBy('due_at')
      .limit(100)
      .execute(),
  );
}

export type LateTicket = NonNullable<Awaited<ReturnType<typeof markLate>>>;

/** Notes that a first answer is late. Undefined when it was noted before, or is not late. */
export function markLate(trx: Transaction<Schema>, ticketId: string) {
  return trx
    .updateTable('tickets')
    .set({ response_breached_at: sql<Date>`now()` })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', ticketId)
    .where('response_breached_at', 'is', null)
    .where('response_due_at', '<=', sql<Date>`now()`)
    .where((where) =>
      where.or([
        where('first_response_at', 'is', null),
        where('first_response_at', '>', where.ref('response_due_at')),
      ]),
    )
    .returning(['id', 'ticket_number', 'mode', 'status', 'priority', 'category', 'queue', 'tags'])
    .returning(['created_at', 'response_due_at'])
    .executeTakeFirst();
}
