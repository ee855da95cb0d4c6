import { createHash } from 'node:crypto';

/** SHA-256 in hex. Keys and visitor ids are stored so alone: who reads the database cannot use them. */
export function digest(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
