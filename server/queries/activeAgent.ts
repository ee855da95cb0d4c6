import { type RawBuilder, sql } from 'kysely';
import { ofTenant } from '../db/scope.ts';

/**
 * The agent whom a rule assigns, or null when disabled since the rule was set. It reads the account and not
 * the agents, whom a visitor's transaction may not see.
 */
export function activeAgent(id: string | undefined): RawBuilder<string | null> {
  if (id === undefined) return sql<string | null>`null::uuid`;
  return sql<string | null>`(select ${id}::uuid from tenants
    where id = ${ofTenant} and ${id}::uuid <> all(disabled_agents))`;
}
