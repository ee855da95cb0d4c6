import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Agent } from '../../src/contract/agent.ts';
import type { AgentRole, KeyMode } from '../../src/contract/role.ts';
import type { Priority } from '../../src/contract/ticket.ts';
import { isEscalated } from '../base/escalation.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { updateResponseClock } from './responseClock.ts';
import { changeTicketRow } from './ticketChange.ts';

/**
 * Returns the agent with this address and creates it if necessary. Only a live key changes the name
 * of an existing agent. Returns undefined if the agent is disabled.
 */
export function upsertAgent(
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

/** Returns the role of an agent, or null if the agent does not exist or is disabled. */
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

/** Returns the names of all agents by id, disabled agents included. */
export async function namesOfAgents(trx: Transaction<Schema>): Promise<Map<string, string>> {
  const found = await trx
    .selectFrom('agents')
    .select(['id', 'name'])
    .where('tenant_id', '=', ofTenant)
    .execute();
  return new Map(found.map(({ id, name }) => [id, name]));
}

/**
 * Updates only the fields that are set. `queueBefore`: the previous queue; its business hours
 * applied to the response target until now.
 */
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
    await updateResponseClock(trx, id, { queueBefore });
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

/** Returns an agent, or undefined if the agent does not exist or is disabled. */
export function findActiveAgent(trx: Transaction<Schema>, id: string): Promise<Agent | undefined> {
  return trx
    .selectFrom('agents')
    .select(['id', 'name', 'email'])
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}
