import { randomBytes, randomInt } from 'node:crypto';
import type { KeyMode } from '../../src/contract/role.ts';
import { digest } from './digest.ts';

export interface NewKey {
  /** The complete key. It is shown only once. */
  key: string;
  hash: string;
  /** Start and end of the key, which do not reveal it. */
  hint: string;
}

const prefixes = { publishable: 'pk', secret: 'sk' } as const;

const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** 190 random bits. */
const randomLength = 32;

/**
 * Creates a key such as `sk_live_` and 32 random letters and digits. A publishable key has 12
 * letters for the account before them. Browser storage is named by these letters, so it survives a
 * rotation of the key.
 */
export function newKey(kind: keyof typeof prefixes, mode: KeyMode, tenantId: string): NewKey {
  const prefix = `${prefixes[kind]}_${mode}_`;
  const account = kind === 'publishable' ? `${digest(`account ${tenantId}`).slice(0, 12)}_` : '';
  const key = prefix + account + randomLetters();
  return { key, hash: digest(key), hint: `${prefix}…${key.slice(-4)}` };
}

function randomLetters(): string {
  return Array.from({ length: randomLength }, () => letters[randomInt(letters.length)]).join('');
}

/** Creates the token of an agent's session. */
export function newSessionToken(): { token: string; hash: string } {
  const token = `as_${randomBytes(32).toString('base64url')}`;
  return { token, hash: digest(token) };
}
