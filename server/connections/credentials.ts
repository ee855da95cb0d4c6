import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { apiErrors } from '../base/apiErrors.ts';
import type { Vault } from '../base/vault.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { findProvider } from '../providers/index.ts';
import { keepSecret, readSecrets, type StoredIntegration } from '../queries/integrations.ts';

/** The row that a secret belongs to. */
export interface SecretPlace {
  tenantId: string;
  integrationId: string;
}

/** The authenticated context of a sealed secret. */
export function placeOf({ tenantId, integrationId }: SecretPlace, kind: string): string {
  return `${tenantId}/${integrationId}/${kind}`;
}

/** The same for a person who is sent to a provider, and for the result of their return. */
export const verifierPlace = (hash: string) => `oauth/${hash}`;
export const answerPlace = (hash: string) => `oauth/${hash}/answer`;

/**
 * Credentials of a provider, checked for what it asks for, and sealed.
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
    throw refused('No credentials are needed: the host reports the state of this provider.');
  }
  if (vault === undefined) throw refused('Cannot be stored: ENCRYPTION_KEYS is not set.');
  const details = known.check(credentials);
  if (details.length > 0) throw apiErrors.invalid(details);
  return vault.seal(JSON.stringify(credentials), placeOf(place, 'credentials'));
}

function refused(message: string): Error {
  return apiErrors.invalid([{ field: 'credentials', message }]);
}

/** Returns the credentials of an integration; undefined if none are set. */
export type ReadCredentials = (
  integration: Pick<StoredIntegration, 'provider'>,
  place: SecretPlace,
) => Promise<Record<string, string> | undefined>;

const Credentials = z.record(z.string(), z.string());

/** Returns the credentials of an integration. Reseals those of an older key. @throws when they cannot be opened */
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
      keepSecret(trx, { integrationId, kind: 'credentials', sealed, expiresAt: null }),
    );
  }
  return z.parse(Credentials, JSON.parse(text));
}
