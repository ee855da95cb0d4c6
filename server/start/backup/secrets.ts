import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigurationError } from '../../../src/errors.ts';
import { secretFile } from '../../attachments/secret.ts';
import { codeOf } from '../../base/errorCode.ts';
import { makeFolder } from '../../base/makeFolder.ts';
import { createVault, keysFile, openVault, type Vault } from '../../base/vault.ts';

/** Paths of generated secrets, which are not in the environment. */
export interface SecretPlaces {
  encryptionKeys?: string | undefined;
  attachmentSecret?: string | undefined;
  isEmbedded: boolean;
  /** `DATA_DIR`. */
  dataDir: string;
  attachmentDir: string;
}

const fileIn = (backup: string) => join(backup, 'secrets.env');
/**
 * Place of the test value in each backup. It shows whether the keys of a server can open the
 * backup.
 */
const place = 'backup';

export function sealProof(vault: Vault | undefined): string | null {
  return vault?.seal(place, place) ?? null;
}

/**
 * Copies the secrets that are stored in files of the server. Secrets of the environment are not
 * copied.
 */
export async function saveSecrets(backup: string, places: SecretPlaces): Promise<void> {
  if (!places.isEmbedded) return;
  const secrets = [
    ['ENCRYPTION_KEYS', places.encryptionKeys, keysFile(places.dataDir)],
    ['ATTACHMENT_SECRET', places.attachmentSecret, secretFile(places.attachmentDir)],
  ] as const;
  const lines: string[] = [];
  for (const [name, configured, file] of secrets) {
    const value = configured === undefined ? await readIfThere(file) : undefined;
    if (value !== undefined) lines.push(`${name}='${value}'\n`);
  }
  if (lines.length > 0) await writeFile(fileIn(backup), lines.join(''), { mode: 0o600 });
}

/**
 * Checks that the sealed values of the backup can be opened. Writes its secrets to the files where
 * a server with the embedded database reads them.
 * @throws ConfigurationError if the environment lacks the keys
 */
export async function restoreSecrets(
  backup: string,
  proof: string | null,
  places: SecretPlaces,
): Promise<void> {
  const saved = parseEnv((await readIfThere(fileIn(backup))) ?? '');
  const files = [
    [places.encryptionKeys, saved.ENCRYPTION_KEYS, keysFile(places.dataDir)],
    [places.attachmentSecret, saved.ATTACHMENT_SECRET, secretFile(places.attachmentDir)],
  ] as const;
  const keys = places.encryptionKeys ?? (places.isEmbedded ? saved.ENCRYPTION_KEYS : undefined);
  if (proof !== null && !opens(keys, proof)) throw lacksKeys(backup, saved.ENCRYPTION_KEYS);
  if (!places.isEmbedded) return;
  for (const [configured, value, file] of files) {
    if (configured !== undefined || value === undefined) continue;
    makeFolder(dirname(file));
    await writeFile(file, value, { mode: 0o600 });
  }
}

function opens(keys: string | undefined, proof: string): boolean {
  if (keys === undefined) return false;
  const vault = createVault(keys);
  try {
    return vault.open(proof, place) === place;
  } catch {
    return false; // it is sealed with another key
  }
}

function lacksKeys(backup: string, saved: string | undefined): ConfigurationError {
  const from =
    saved === undefined
      ? 'to what it was where the backup was made'
      : `and ATTACHMENT_SECRET to what is in ${fileIn(backup)}`;
  return new ConfigurationError(
    `Credentials in the backup are encrypted with a missing key. Set the variable ENCRYPTION_KEYS ${from}.`,
    'ENCRYPTION_KEYS',
  );
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Opens the vault like the server does. */
export function vaultOf({ encryptionKeys: configured, isEmbedded, dataDir }: SecretPlaces) {
  return openVault({ configured, isEmbedded, folder: dataDir });
}
