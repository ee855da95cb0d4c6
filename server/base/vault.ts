import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../../src/errors.ts';
import { codeOf } from './errorCode.ts';
import { makeFolder } from './makeFolder.ts';

/**
 * Encrypts secrets in the database with AES-256-GCM and a new nonce each time. `place` identifies
 * the row and is authenticated, so that a sealed value cannot be opened in another row.
 */
export interface Vault {
  seal(text: string, place: string): string;
  /** @throws if the value was changed or moved, or its key was removed */
  open(sealed: string, place: string): string;
  /** False for a value that an older key has sealed. */
  isCurrent(sealed: string): boolean;
  /** Prefix of all values that the current key has sealed. */
  currentPrefix: string;
}

/**
 * Creates a vault from `id:key` pairs separated by commas, each key 32 bytes in base64. The first
 * key seals; all of them open.
 */
export function createVault(keys: string): Vault {
  const known = readKeys(keys);
  const [current] = known;
  if (current === undefined) throw wrong('names no key');
  return {
    seal(text, place) {
      const [id, key] = current;
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [id, ...[nonce, body, cipher.getAuthTag()].map(encode)].join('.');
    },
    open(sealed, place) {
      const [id, nonce = '', body = '', tag = ''] = sealed.split('.');
      const [, key] = known.find(([name]) => name === id) ?? [];
      if (key === undefined) throw new Error(`ENCRYPTION_KEYS has no key "${id}" any more.`);
      const decipher = createDecipheriv('aes-256-gcm', key, decode(nonce), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(place)).setAuthTag(decode(tag));
      return Buffer.concat([decipher.update(decode(body)), decipher.final()]).toString('utf8');
    },
    isCurrent: (sealed) => sealed.startsWith(`${current[0]}.`),
    currentPrefix: `${current[0]}.`,
  };
}

/**
 * Opens the vault of a server, with the configured keys, or with a generated key that is stored in
 * `folder`. Processes that share a Postgres must share keys, so without keys nothing can be sealed
 * there.
 */
export function openVault(options: {
  configured: string | undefined;
  isEmbedded: boolean;
  folder: string;
}): Vault | undefined {
  const { configured, isEmbedded, folder } = options;
  if (configured !== undefined) return createVault(configured);
  return isEmbedded ? createVault(storedIn(folder)) : undefined;
}

/** Path of the generated keys of a server with the embedded database. */
export const keysFile = (folder: string) => join(folder, 'encryption.keys');

function storedIn(folder: string): string {
  const file = keysFile(folder);
  makeFolder(folder);
  try {
    const key = `k1:${randomBytes(32).toString('base64')}`;
    writeFileSync(file, key, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error; // an earlier start created it
  }
  return readFileSync(file, 'utf8');
}

function readKeys(text: string): [id: string, key: Buffer][] {
  return text.split(',').map((pair) => {
    const [, id, key = ''] = /^\s*([\w-]{1,32}):([A-Za-z0-9+/_-]+=*)\s*$/.exec(pair) ?? [];
    const bytes = Buffer.from(key, 'base64');
    if (id === undefined || bytes.length !== 32) throw wrong('is not a list of id:key');
    return [id, bytes];
  });
}

const encode = (bytes: Buffer) => bytes.toString('base64url');
const decode = (text: string) => Buffer.from(text, 'base64url');

function wrong(what: string): ConfigurationError {
  return new ConfigurationError(
    `The variable ENCRYPTION_KEYS ${what}. Set it to an id and 32 random bytes, for example k1: followed by the output of: openssl rand -base64 32`,
    'ENCRYPTION_KEYS',
  );
}
