import type { Database } from '../../../server/db/db.ts';
import { inviteAgent } from '../../../src/contract/adminAgent.ts';
import { accountHeader } from '../../../src/contract/adminEndpoints.ts';
import type { AgentRole } from '../../../src/contract/role.ts';
import { call } from './agent.ts';
import { createTestApp } from './api.ts';
import { createTenant } from './tenant.ts';

/** The ADMIN_TOKEN of the test apps. */
export const adminToken = 'admin token of the tests, 24 or more'.replaceAll(' ', '-');
export const operator = { key: adminToken };

/** Returns the header with which an operator names an account. */
export const forAccount = (id: string) => ({ headers: { [accountHeader]: id } });

/** Creates an app that an operator can manage, with an account. */
export async function openAdministration(
  database: Database,
  settings?: Parameters<typeof createTenant>[1],
) {
  const app = createTestApp(database, { adminTokens: [adminToken] });
  const tenant = await createTenant(database.kysely, settings);
  const of = forAccount(tenant.id);
  const invite = async (role: AgentRole, name = `An ${role}`) => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@acme.example`;
    const made = await call(app, operator, inviteAgent, { ...of, body: { name, email, role } });
    return { key: made.token, id: made.agent.id };
  };
  return { app, tenant, of, invite };
}
