import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { AgentRole } from '../../src/contract/role.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

type Trx = Transaction<Schema>;

const shown = ['id', 'name', 'email', 'role', 'disabled_at'] as const;

export type StoredAgent = Awaited<ReturnType<typeof listStoredAgents>>[number];

export function listStoredAgents(trx: Trx) {
  return trx
    .selectFrom('agents')
    .select(shown)
    .where('tenant_id', '=', ofTenant)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export function findStoredAgent(trx: Trx, id: string): Promise<StoredAgent | undefined> {
  return trx
    .selectFrom('agents')
    .select(shown)
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * Returns whether the agent is the last admin who can sign in. Admins stay locked until the
 * transaction ends, so if two admins remove each other concurrently, one request fails.
 */
export async function isLastAdmin(
  trx: Trx,
  isAgent: (agent: { id: string; email: string }) => boolean,
) {
  const admins = await trx
    .selectFrom('agents')
    .select(['id', 'email'])
    .where('tenant_id', '=', ofTenant)
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const [only, ...others] = admins;
  return only !== undefined && others.length === 0 && isAgent(only);
}

/** Returns the agent with this address and creates it if necessary. Sets the name and role. */
export async function saveAgent(
  trx: Trx,
  { name, email, role }: { name: string; email: string; role: AgentRole },
): Promise<StoredAgent> {
  const agent = await trx
    .insertInto('agents')
    .values({ id: randomUUID(), name, email, role })
    .onConflict((same) =>
      same.expression(sql`tenant_id, lower(email)`).doUpdateSet({ name, role, disabled_at: null }),
    )
    .returning(shown)
    .executeTakeFirstOrThrow();
  await noteDisabled(trx, agent.id, false);
  return agent;
}

/** Lists disabled agents in the account, for transactions that cannot read agents. */
async function noteDisabled(trx: Trx, id: string, isDisabled: boolean): Promise<void> {
  const others = sql`array_remove(disabled_agents, ${id}::uuid)`;
  await trx
    .updateTable('tenants')
    .set({
      disabled_agents: isDisabled ? sql`array_append(${others}, ${id}::uuid)` : sql`${others}`,
    })
    .where('id', '=', ofTenant)
    .where(sql<boolean>`(${id}::uuid = any(disabled_agents)) <> ${isDisabled}`)
    .execute();
}

/** Updates only the fields that are set. Disabling an agent deletes their sessions. */
export async function changeAgent(
  trx: Trx,
  id: string,
  { role, disabled }: { role?: AgentRole | undefined; disabled?: boolean | undefined },
): Promise<StoredAgent | undefined> {
  if (disabled === true)
    await trx.deleteFrom('agent_sessions').where('agent_id', '=', id).execute();
  const disabledAt = disabled ? sql<Date>`coalesce(disabled_at, now())` : null;
  const agent = await trx
    .updateTable('agents')
    .set({
      role: role ?? sql<AgentRole>`role`,
      disabled_at: disabled === undefined ? sql<Date>`disabled_at` : disabledAt,
    })
    .where('tenant_id', '=', ofTenant)
    .where('id', '=', id)
    .returning(shown)
    .executeTakeFirst();
  if (agent !== undefined && disabled !== undefined) await noteDisabled(trx, id, disabled);
  return agent;
}
