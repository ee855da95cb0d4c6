import { type RawBuilder, sql } from 'kysely';
import { ofTenant } from '../db/scope.ts';

/**
 * Returns an expression for the agent that a rule assigns. It is null if the agent was disabled
 * after the rule was created. It reads the account instead of the agents, because a visitor's
 * transaction cannot read agents.
 */
export function activeAgent(id: string | undefined): RawBuilder<string | null> {
  if (id === undefined) return sql<string | null>`null::uuid`;
  return sql<string | null>`(select ${id}::uuid from tenants
    where id = ${ofTenant} and ${id}::uuid <> all(disabled_agents))`;
}
