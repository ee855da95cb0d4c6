import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Agent } from '../../src/contract/agent.ts';
import type { AgentRole, KeyMode } from '../../src/contract/role.ts';
import type { Priority, TicketStatus } from '../../src/contract/ticket.ts';
import { isEscalated } from '../base/escalation.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { keepResponseClock } from './responseClock.ts';
import { changeTicketRow } from './ticketChange.ts';
import type { ListPosition } from './ticketList.ts';

/**
 * The agent with this address, made when new; the name is the one given last by a live key. Undefined when
 * disabled.
 */
export function keepAgent(
  trx: Transaction<Schema>,
  { name, email }: { name: string; email: string },
): Promise<Agent | undefined> {
  return trx
    .insertInto('agents')
    .values({ id: randomUUID(), name, email })
    .onConflict((conflict) =>
      conflict
        .expression(sql`tenant_id, lower(email)`)
        .doUpdateSet({
          name: sql<string>`case support.mode() when 'test' then agents.name else ${name} end`,
        })
        .where('agents.disabled_at', 'is', null),
    )
    .returning(['id', 'name', 'email'])
    .executeTakeFirst();
}

export async function openSession(
  trx: Transaction<Schema>,
  session: { hash: string; agentId: string; expiresAt: Date; mode: KeyMode },
): Promise<void> {
  const { hash, agentId, expiresAt, mode } = session;
  await trx
    .insertInto('agent_sessions')
    .values({ hash, agent_id: agentId, expires_at: expiresAt, mode })
    .execute();
}

/** Null when disabled meanwhile. */
export async function roleOfAgent(trx: Transaction<Schema>, id: string): Promise<AgentRole | null> {
  const found = await trx
    .selectFrom('agents')
    .select('role')
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return found?.role ?? null;
}

export function listAgents(trx: Transaction<Schema>): Promise<Agent[]> {
  return trx
    .selectFrom('agents')
    .select(['id', 'name', 'email'])
    .where('tenant_id', '=', ofTenant)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute();
}

export interface InboxFilter {
  status?: TicketStatus | undefined;
  priority?: Priority | undefined;
  /** An agent's id; null for those of no agent. */
  assignee?: string | null | undefined;
  /** A queue's id; null for those of no queue. */
  queue?: string | null | undefined;
  search?: string | undefined;
}

/** Tickets of the tenant that fit the filter, last change first. */
export function listInbox(
  trx: Transaction<Schema>,
  filter: InboxFilter,
  { before, limit }: { before: ListPosition | undefined; limit: number },
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
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(tickets.updated_at, tickets.number) < (${before?.updatedAt}::timestamptz, ${before?.number}::integer)`,
      ),
    )
    .orderBy('tickets.updated_at', 'desc')
    .orderBy('tickets.number', 'desc')
    .limit(limit)
    .execute();
}

function inboxOf(
  trx: Transaction<Schema>,
  { status, priority, assignee, queue, search }: InboxFilter,
) {
  const pattern = `%${search?.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return trx
    .selectFrom('tickets')
    .where('tickets.tenant_id', '=', ofTenant)
    .$if(status !== undefined, (query) => query.where('tickets.status', '=', status ?? 'new'))
    .$if(priority !== undefined, (query) =>
      query.where('tickets.priority', '=', priority ?? 'medium'),
    )
    .$if(assignee === null, (query) => query.where('tickets.assignee_id', 'is', null))
    .$if(typeof assignee === 'string', (query) =>
      query.where('tickets.assignee_id', '=', assignee ?? ''),
    )
    .$if(queue === null, (query) => query.where('tickets.queue', 'is', null))
    .$if(typeof queue === 'string', (query) => query.where('tickets.queue', '=', queue ?? ''))
    .$if(search !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('ticket_number', 'ilike', pattern),
          where('subject', 'ilike', pattern),
          where('customer_email', 'ilike', pattern),
          where('customer_name', 'ilike', pattern),
        ]),
      ),
    );
}

/** Changes what is named. `queueBefore`: by its hours the clock of the first answer has run. */
export async function changeTicket(
  trx: Transaction<Schema>,
  id: string,
  change: {
    priority?: Priority | undefined;
    assignee_id?: string | null | undefined;
    queue?: string | null | undefined;
    tags?: string[] | undefined;
  },
  queueBefore: string | null,
): Promise<void> {
  if (Object.values(change).every((value) => value === undefined)) return;
  await changeTicketRow(trx, id, {
    ...change,
    updated_at: sql`now()`,
    ...(change.priority !== undefined &&
      isEscalated({ priority: change.priority }) && {
        escalated_at: sql`coalesce(escalated_at, now())`,
      }),
  });
  if (change.priority !== undefined || change.queue !== undefined) {
    await keepResponseClock(trx, id, { queueBefore });
  }
}

export function findAgent(trx: Transaction<Schema>, id: string): Promise<Agent | undefined> {
  return trx
    .selectFrom('agents')
    .select(['id', 'name', 'email'])
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .executeTakeFirst();
}
