import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import {
  erasePerson as eraseEndpoint,
  exportPerson as exportEndpoint,
  PersonKey,
} from '../../src/contract/privacy.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { erasePerson, readPerson } from '../queries/people.ts';
import { noteInAccount } from './operatorAudit.ts';

/** The arguments of the command `privacy`. */
export const PrivacyRequest = z.object({
  action: z.enum(['export', 'erase']),
  account: z.uuid(),
  person: PersonKey,
});
export type PrivacyRequest = z.infer<typeof PrivacyRequest>;

/**
 * Exports or erases all data of a person. Adds an entry to the audit log, like the endpoint does.
 * Files of erased data are recorded, and the next cleanup removes them.
 */
export function runPrivacyRequest(
  db: Kysely<Schema>,
  { action, account: tenantId, person }: PrivacyRequest,
): Promise<object> {
  const { method, path } = action === 'export' ? exportEndpoint : eraseEndpoint;
  return inScope(db, { actor: 'privacy', tenantId }, async (trx): Promise<object> => {
    const work = action === 'export' ? readPerson : erasePerson;
    const result = await work(trx, tenantId, person);
    await noteInAccount(trx, tenantId, { action: `${method} ${path}` });
    return result;
  });
}
