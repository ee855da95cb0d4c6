import { randomBytes } from 'node:crypto';
import type { KeyMode } from '../../src/contract/role.ts';
import { digest } from './digest.ts';

export interface NewKey {
  /** To be shown once. */
  key: string;
  hash: string;
  /** Begin and end of the key, from which it cannot be guessed. */
  hint: string;
}

const prefixes = { publishable: 'pk', secret: 'sk' } as const;

/** Makes a key: `sk_live_` and 192 random bits. */
export function newKey(kind: keyof typeof prefixes, mode: KeyMode): NewKey {
  const prefix = `${prefixes[kind]}_${mode}_`;
  const key = prefix + randomBytes(24).toString('base64url');
  return { key, hash: digest(key), hint: `${prefix}…${key.slice(-4)}` };
}

/** Makes the token of an agent's session. */
export function newSessionToken(): { token: string; hash: string } {
  const token = `as_${randomBytes(32).toString('base64url')}`;
  return { token, hash: digest(token) };
}
