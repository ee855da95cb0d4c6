import { createHash } from 'node:crypto';
import { limits } from '../../src/contract/limits.ts';

/**
 * Turns a name into a slug of lowercase Latin letters, numbers and single hyphens. Returns an empty
 * string if it has no such characters.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  if (plain.length <= limits.id) return plain;
  return `${plain.slice(0, limits.id - 9).replace(/-+$/, '')}-${shortHash(name)}`;
}

/** Returns the slug of a path. A path in another script gets a stable generated name. */
export function slugOfPath(parts: readonly string[]): string {
  const slug = slugOf(parts.join('-'));
  return slug === '' ? `page-${shortHash(parts.join('/'))}` : slug;
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
