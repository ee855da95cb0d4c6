import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { KeyMode } from './role.ts';
import { requiredLine, timestamp } from './text.ts';

const maxOverlapHours = 10 * 365 * 24;

/** Time for which the replaced key is still accepted. Hours. */
export const overlapHours = z._default(z.number().check(z.gte(0), z.lte(maxOverlapHours)), 24);

/** Limits a secret key to some endpoints. A key without scopes can use all except `admin/*`. */
export const KeyScope = z.enum([
  'sessions',
  'tickets',
  'articles',
  'report',
  'settings',
  'visitors',
  'integrations',
  'webhooks',
  'jobs',
]);
export type KeyScope = z.infer<typeof KeyScope>;

export const ApiKey = z.object({
  id: z.string(),
  kind: z.enum(['publishable', 'secret']),
  mode: KeyMode,
  name: z.string(),
  /** Start and end of the key. Null for a key that is older than this field. */
  hint: z.nullable(z.string()),
  /** Scopes of a secret key; without scopes it can access everything. */
  scopes: z.array(KeyScope),
  created_at: z.nullable(timestamp),
  /** Rounded to the minute. Null if never used. */
  last_used_at: z.nullable(timestamp),
  /** Null if it does not expire. */
  expires_at: z.nullable(timestamp),
  revoked_at: z.nullable(timestamp),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** `key` is shown only once, because only its hash is stored. */
const NewKey = z.extend(ApiKey, { key: z.string() });

/** Lists keys, newest first, including revoked and expired ones. */
export const listKeys = {
  method: 'GET',
  path: 'admin/keys',
  access: 'admin',
  reply: z.object({ keys: z.array(ApiKey) }),
} as const satisfies Endpoint;

export const createKey = {
  method: 'POST',
  path: 'admin/keys',
  access: 'admin',
  body: z.strictObject({
    kind: z.enum(['publishable', 'secret']),
    mode: z._default(KeyMode, 'live'),
    name: requiredLine(limits.name),
    scopes: z._default(z.array(KeyScope).check(z.maxLength(20)), []),
    expires_at: z._default(z.nullable(timestamp), null),
  }),
  reply: NewKey,
} as const satisfies Endpoint;

/**
 * Creates a key with the same properties. The old key is accepted for another `overlap_hours`, by
 * default 24.
 */
export const rotateKey = {
  method: 'POST',
  path: 'admin/keys/{id}/rotate',
  access: 'admin',
  body: z.object({ overlap_hours: overlapHours }),
  reply: NewKey,
} as const satisfies Endpoint;

/** Revokes a key immediately. Other processes may accept it for some seconds more. */
export const revokeKey = {
  method: 'DELETE',
  path: 'admin/keys/{id}',
  access: 'admin',
  reply: ApiKey,
} as const satisfies Endpoint;
