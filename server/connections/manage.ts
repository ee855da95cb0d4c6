import type { Transaction } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import type { SignedVisitor } from '../base/signedVisitor.ts';
import type { Schema } from '../db/schema.ts';
import type { StoredIntegration } from '../queries/integrations.ts';
import { readTenant, type Tenant } from '../queries/tenants.ts';

/** The caller who connects, checks, syncs or disconnects an integration. */
interface Manager {
  isForTests: boolean;
  signed?: SignedVisitor | undefined;
  /** Set for endpoints of agents. */
  agent?: unknown;
}

type Rules = Pick<Tenant, 'connect_by' | 'connect_role'>;
type Owned = Pick<StoredIntegration, 'organization_id'>;

/**
 * Returns why a caller cannot manage an integration, or undefined if they can. It requires a signed
 * organization, and the role that the account demands. A test key can relax that, so that a demo
 * needs no signature.
 */
function objectionTo(
  { isForTests, signed, agent }: Manager,
  { connect_by, connect_role }: Rules,
  owned?: Owned,
): Error | undefined {
  if (agent !== undefined || (isForTests && connect_by === 'visitor')) return undefined;
  if (signed === undefined) return apiErrors.identityRequired();
  const { organization, roles } = signed;
  if (organization === undefined) {
    return apiErrors.permissionDenied(
      'This needs the organization of the visitor: sign it as `org` in the visitor token.',
    );
  }
  if (owned !== undefined && owned.organization_id !== organization.id) {
    return apiErrors.permissionDenied(
      'Only the team can manage this integration: it belongs to another organization or to the account.',
    );
  }
  if (connect_role !== null && !roles.includes(connect_role)) {
    return apiErrors.permissionDenied(
      `This needs the role "${connect_role}": sign it in \`roles\` of the visitor token.`,
    );
  }
  return undefined;
}

/**
 * @throws AuthenticationError or AuthorizationError if the caller cannot manage the integration, or
 * connect a new one
 */
export async function checkMayManage(
  trx: Transaction<Schema>,
  manager: Manager,
  owned?: Owned,
): Promise<void> {
  const objection = objectionTo(manager, await readTenant(trx), owned);
  if (objection !== undefined) throw objection;
}

/** Returns the integrations that a caller can manage. */
export async function managedBy(
  trx: Transaction<Schema>,
  manager: Manager,
): Promise<(owned: Owned) => boolean> {
  const isStranger = !manager.isForTests && manager.signed?.organization === undefined;
  if (manager.agent === undefined && isStranger) return () => false;
  const rules = await readTenant(trx);
  return (owned) => objectionTo(manager, rules, owned) === undefined;
}
