import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../../src/errors.ts';
import { codeOf } from '../base/errorCode.ts';
import { makeFolder } from '../base/makeFolder.ts';

/** Minimum number of characters of a secret. */
const minSecretLength = 32;

/**
 * Returns the secret that signs addresses of files: the configured one, or a generated one that is
 * stored in `folder`. Processes that share a Postgres must share the secret, so it is required
 * there.
 *
 * @throws ConfigurationError if it is missing or too short
 */
export function attachmentSecret(options: {
  configured: string | undefined;
  isEmbedded: boolean;
  folder: string;
}): string {
  const { configured, isEmbedded, folder } = options;
  if (configured === undefined && !isEmbedded) {
    throw wrong('is not set. With Postgres it must be, the same for every server process');
  }
  if (configured !== undefined && configured.length < minSecretLength) throw wrong('is too short');
  return configured ?? storedIn(folder);
}

/** Path of the generated secret of a server with the embedded database. */
export const secretFile = (folder: string) => join(folder, 'attachment.secret');

function storedIn(folder: string): string {
  const file = secretFile(folder);
  makeFolder(folder);
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error; // an earlier start created it
  }
  return readFileSync(file, 'utf8');
}

function wrong(what: string): ConfigurationError {
  return new ConfigurationError(
    `The variable ATTACHMENT_SECRET ${what}. Set it to at least ${minSecretLength} random characters, for example from: openssl rand -base64 32`,
    'ATTACHMENT_SECRET',
  );
}
