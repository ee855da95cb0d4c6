import {
  type ApiKey,
  createKey,
  listKeys,
  revokeKey,
  rotateKey,
} from '../../src/contract/adminKey.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import {
  endKey,
  insertKey,
  listStoredKeys,
  lockUsableKey,
  revokeStoredKey,
  type StoredKey,
} from '../queries/apiKeys.ts';

export const listKeysRoute = asOneStatement(
  route({ ...noInput, ...listKeys }, async ({ trx }) => ({
    keys: (await listStoredKeys(trx)).map(asKey),
  })),
);

export const createKeyRoute = route(
  { ...noInput, ...createKey },
  async ({ trx, caller, body: { expires_at, ...body }, note }) => {
    const expiresAt = expires_at === null ? null : new Date(expires_at);
    if (expiresAt !== null && expiresAt <= new Date()) {
      throw apiErrors.invalid([{ field: 'expires_at', message: 'Must be in the future.' }]);
    }
    if (body.kind === 'publishable' && body.scopes.length > 0) {
      throw apiErrors.invalid([{ field: 'scopes', message: 'Only a secret key can have scopes.' }]);
    }
    const { key, ...made } = await insertKey(trx, caller.tenantId, { ...body, expiresAt });
    note({ target: made.id, after: factsOf(made) });
    return { ...asKey(made), key };
  },
);

export const rotateKeyRoute = route(
  { ...noInput, ...rotateKey },
  async ({ trx, caller, param, body, note }) => {
    const id = param('id');
    const old = isUuid(id) ? await lockUsableKey(trx, id) : undefined;
    if (old === undefined)
      throw apiErrors.notFound(
        'There is no such key, or it has expired. List the keys at GET admin/keys.',
      );
    const { kind, mode, name, scopes } = old;
    const options = { kind, mode, name, scopes, expiresAt: endOfNext(old) };
    const { key, ...made } = await insertKey(trx, caller.tenantId, options);
    await endKey(trx, id, body.overlap_hours);
    note({ after: { ...factsOf(made), new_id: made.id, overlap_hours: body.overlap_hours } });
    return { ...asKey(made), key };
  },
);

export const revokeKeyRoute = route({ ...noInput, ...revokeKey }, async ({ trx, param, note }) => {
  const id = param('id');
  const revoked = isUuid(id) ? await revokeStoredKey(trx, id) : undefined;
  if (revoked === undefined) throw apiErrors.notFound('There is no such key. Check the id.');
  note({ after: factsOf(revoked) });
  return asKey(revoked);
});

/**
 * Returns when the replacement of a key expires: a key with a limited lifetime is replaced by one
 * with the same lifetime.
 */
function endOfNext({ created_at, expires_at }: StoredKey): Date | null {
  if (expires_at === null || created_at === null) return expires_at;
  return new Date(Date.now() + expires_at.getTime() - created_at.getTime());
}

/** The public part of a key. */
function factsOf({ kind, mode, name, hint, scopes, expires_at }: StoredKey) {
  return { kind, mode, name, hint, scopes, expires_at: expires_at?.toISOString() ?? null };
}

function asKey({ created_at, last_used_at, expires_at, revoked_at, ...key }: StoredKey): ApiKey {
  return {
    ...key,
    created_at: created_at?.toISOString() ?? null,
    last_used_at: last_used_at?.toISOString() ?? null,
    expires_at: expires_at?.toISOString() ?? null,
    revoked_at: revoked_at?.toISOString() ?? null,
  };
}
