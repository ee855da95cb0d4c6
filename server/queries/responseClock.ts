import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { firstResponseSeconds } from '../base/firstResponse.ts';
import { turnClock } from '../base/responseClock.ts';
import { hoursOf } from '../base/routing.ts';
import { isOpenAccount } from '../db/openAccount.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';
import type { TicketsTable } from '../db/ticketTables.ts';
import type { TicketFacts } from './emitTicket.ts';
import { readTenant } from './tenants.ts';
import { changeTicketRow, changingTicket, isAwaited } from './ticketChange.ts';

/**
 * Updates the first-response target after a change of status, priority or queue, as long as the
 * response is missing. `queueBefore`: the previous queue, if it has changed.
 */
export async function updateResponseClock(
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
  await changeTicketRow(trx, ticketId, {
    response_due_at: next.dueAt,
    response_target: next.target,
    response_left: next.left,
    ...(next.dueAt !== null && { estimated_first_response: next.dueAt }),
  });
}

/**
 * Lists tickets whose first response is overdue and not yet recorded as late. The most overdue come
 * first.
 */
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

type LateColumn = keyof TicketFacts | 'response_due_at';

export type LateTicket = Pick<Selectable<TicketsTable>, LateColumn>;

/**
 * Records that the first response is late. Returns undefined if it was recorded before, or is not
 * late.
 */
export async function markLate(
  trx: Transaction<Schema>,
  ticketId: string,
): Promise<LateTicket | undefined> {
  const isLate = sql<boolean>`response_breached_at is null and response_due_at <= now()
    and (first_response_at is null or first_response_at > response_due_at)`;
  const { rows } = await sql<LateTicket>`
    with ${changingTicket(ticketId, { response_breached_at: sql`now()` }, isLate)}
    select id, ticket_number, mode, status, priority, category, queue, tags, created_at,
      response_due_at
    from changed`.execute(trx);
  if (rows[0] === undefined) await removeStaleTimer(trx, ticketId);
  return rows[0];
}

/**
 * Removes the timer of a request that awaits no first response. It is left if another change to the
 * request started it during the change that should have removed it.
 */
async function removeStaleTimer(trx: Transaction<Schema>, ticketId: string): Promise<void> {
  await trx
    .deleteFrom('response_timers')
    .where('tenant_id', '=', ofTenant)
    .where('ticket_id', '=', ticketId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('tickets')
            .select('id')
            .where('tenant_id', '=', ofTenant)
            .where('id', '=', ticketId)
            .where('merged_into', 'is', null)
            .where(isAwaited),
        ),
      ),
    )
    .execute();
}
