import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { PersonKey } from '../../src/contract/privacy.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { erasePerson, readPerson } from '../queries/people.ts';

/** The arguments of the command `privacy`. */
export const PrivacyWanted = z.object({
  action: z.enum(['export', 'erase']),
  account: z.uuid(),
  person: PersonKey,
});
export type PrivacyWanted = z.infer<typeof PrivacyWanted>;

/** Reads or erases everything of a person. Files of what is erased are noted, and removed by the next cleaning. */
export function answerPrivacy(
  db: Kysely<Schema>,
  { action, account: tenantId, person }: PrivacyWanted,
): Promise<object> {
  return inScope(
    db,
    { actor: 'privacy', tenantId },
    (trx): Promise<object> =>
      action === 'export' ? readPerson(trx, tenantId, person) : erasePerson(trx, tenantId, person),
  );
}
