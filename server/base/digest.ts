import { createHash } from 'node:crypto';

/** Returns the SHA-256 in hex. Only hashes of keys and visitor ids are stored, so that a leaked database does not expose them. */
export function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
