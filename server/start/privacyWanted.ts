import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import {
  erasePerson as eraseEndpoint,
  exportPerson as exportEndpoint,
  PersonKey,
} from '../../src/contract/privacy.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { insertAuditEntry } from '../queries/audit.ts';
import { erasePerson, readPerson } from '../queries/people.ts';

/** The arguments of the command `privacy`. */
export const PrivacyWanted = z.object({
  action: z.enum(['export', 'erase']),
  account: z.uuid(),
  person: PersonKey,
});
export type PrivacyWanted = z.infer<typeof PrivacyWanted>;

const operator = { actor: 'operator', actor_id: null, actor_name: null } as const;

/** Reads or erases everything of a person, and notes it in the audit log as the endpoint does. Files of what is erased are noted, and removed by the next cleaning. */
export function answerPrivacy(
  db: Kysely<Schema>,
  { action, account: tenantId, person }: PrivacyWanted,
): Promise<object> {
  const { method, path } = action === 'export' ? exportEndpoint : eraseEndpoint;
  return inScope(db, { actor: 'privacy', tenantId }, async (trx): Promise<object> => {
    const work = action === 'export' ? readPerson : erasePerson;
    const result = await work(trx, tenantId, person);
    await insertAuditEntry(trx, { ...operator, action: `${method} ${path}`, requestId: null });
    return result;
  });
}
