import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { apiErrors } from '../base/apiErrors.ts';
import type { Vault } from '../base/vault.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { findProvider } from '../providers/index.ts';
import { readSecrets, type StoredIntegration, storeSecret } from '../queries/integrations.ts';

/** Identifies the row of a secret. */
export interface SecretPlace {
  tenantId: string;
  integrationId: string;
}

/** Returns the authenticated context of a sealed secret. */
export function placeOf({ tenantId, integrationId }: SecretPlace, kind: string): string {
  return `${tenantId}/${integrationId}/${kind}`;
}

/** Contexts of the values that are stored while a person is at a provider, and of the response. */
export const verifierPlace = (hash: string) => `oauth/${hash}`;
export const answerPlace = (hash: string) => `oauth/${hash}/answer`;

/**
 * Validates the credentials of a provider, and seals them.
 * @throws ValidationError
 */
export function sealCredentials(
  vault: Vault | undefined,
  provider: string,
  credentials: Readonly<Record<string, string>>,
  place: SecretPlace,
): string {
  const known = findProvider(provider);
  if (known === undefined) {
    throw invalidCredentials(
      'No credentials are needed: the host reports the state of this provider.',
    );
  }
  if (vault === undefined)
    throw invalidCredentials('Cannot be stored: ENCRYPTION_KEYS is not set.');
  const details = known.check(credentials);
  if (details.length > 0) throw apiErrors.invalid(details);
  return vault.seal(JSON.stringify(credentials), placeOf(place, 'credentials'));
}

function invalidCredentials(message: string): Error {
  return apiErrors.invalid([{ field: 'credentials', message }]);
}

/** Returns the credentials of an integration, or undefined if none are set. */
export type ReadCredentials = (
  integration: Pick<StoredIntegration, 'provider'>,
  place: SecretPlace,
) => Promise<Record<string, string> | undefined>;

const Credentials = z.record(z.string(), z.string());

/**
 * Returns the credentials of an integration. Seals them again if an older key sealed them.
 * @throws if they cannot be opened
 */
export async function openCredentials(
  db: Kysely<Schema>,
  vault: Vault | undefined,
  place: SecretPlace,
): Promise<Record<string, string> | undefined> {
  const scope = { actor: 'worker', tenantId: place.tenantId } as const;
  const secrets = await inScope(db, scope, (trx) => readSecrets(trx, place.integrationId));
  const found = secrets.find(({ kind }) => kind === 'credentials');
  if (found === undefined || vault === undefined) return undefined;
  const where = placeOf(place, found.kind);
  const text = vault.open(found.sealed, where);
  if (!vault.isCurrent(found.sealed)) {
    const { integrationId } = place;
    const sealed = vault.seal(text, where);
    await inScope(db, scope, (trx) =>
      storeSecret(trx, { integrationId, kind: 'credentials', sealed, expiresAt: null }),
    );
  }
  return z.parse(Credentials, JSON.parse(text));
}
