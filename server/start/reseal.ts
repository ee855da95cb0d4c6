import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { ConfigurationError } from '../../src/errors.ts';
import type { Vault } from '../base/vault.ts';
import { answerPlace, placeOf, verifierPlace } from '../connections/credentials.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { listStoredAccounts } from '../queries/accounts.ts';
import { listSealed, replaceSealed, type SealedColumn } from '../queries/sealed.ts';
import { secretPlace } from '../webhooks/out/deliver.ts';
import { noteOnServer } from './operatorAudit.ts';

const rowsPerBatch = 200;

/** `unreadable`: the number of values that no key can open. */
export const Resealed = z.object({ resealed: z.number(), unreadable: z.number() });
export type Resealed = z.infer<typeof Resealed>;

type PlaceOf = (tenantId: string, named: readonly string[]) => string;

/** All columns with sealed values. */
export const sealedColumns: readonly (SealedColumn & { placeOf: PlaceOf })[] = [
  {
    table: 'integration_secrets',
    column: 'sealed',
    names: ['integration_id', 'kind'],
    placeOf: (tenantId, [integrationId = '', kind = '']) =>
      placeOf({ tenantId, integrationId }, kind),
  },
  {
    table: 'webhooks',
    column: 'sealed_secret',
    names: ['id'],
    placeOf: (tenantId, [id = '']) => secretPlace(tenantId, id),
  },
  {
    table: 'oauth_states',
    column: 'sealed_verifier',
    names: ['hash'],
    placeOf: (_tenantId, [hash = '']) => verifierPlace(hash),
  },
  {
    table: 'oauth_states',
    column: 'sealed_answer',
    names: ['hash'],
    placeOf: (_tenantId, [hash = '']) => answerPlace(hash),
  },
];

/**
 * Seals all values again that are sealed with an older key. Servers that have the current key can
 * keep running. A second call finds nothing left to do.
 *
 * @throws ConfigurationError if there are no keys
 */
export async function reseal(db: Kysely<Schema>, vault: Vault | undefined): Promise<Resealed> {
  if (vault === undefined) {
    throw new ConfigurationError(
      'Set the variable ENCRYPTION_KEYS: the new key first, the old one after it.',
      'ENCRYPTION_KEYS',
    );
  }
  const accounts = await inScope(db, { actor: 'server' }, listStoredAccounts);
  const sum = { resealed: 0, unreadable: 0 };
  for (const { id: tenantId } of accounts) {
    for (const column of sealedColumns) {
      const part = await resealColumn(db, vault, { tenantId, column });
      sum.resealed += part.resealed;
      sum.unreadable += part.unreadable;
    }
  }
  await noteOnServer(db, { action: 'reseal', after: sum });
  return sum;
}

async function resealColumn(
  db: Kysely<Schema>,
  vault: Vault,
  { tenantId, column }: { tenantId: string; column: (typeof sealedColumns)[number] },
): Promise<Resealed> {
  const sum = { resealed: 0, unreadable: 0 };
  for (let after = ''; ; ) {
    const page = { prefix: vault.currentPrefix, after, limit: rowsPerBatch };
    const count = await inScope(db, { actor: 'worker', tenantId }, async (trx) => {
      const found = await listSealed(trx, column, page);
      for (const { sealed, named } of found) {
        after = sealed;
        const next = sealAgain(vault, sealed, column.placeOf(tenantId, named));
        if (next === undefined) sum.unreadable++;
        else if (await replaceSealed(trx, column, { old: sealed, next })) sum.resealed++;
      }
      return found.length;
    });
    if (count < rowsPerBatch) return sum;
  }
}

/** Returns undefined if no key opens the value. */
function sealAgain(vault: Vault, sealed: string, place: string): string | undefined {
  try {
    return vault.seal(vault.open(sealed, place), place);
  } catch {
    return undefined;
  }
}
