import { LRUCache } from 'lru-cache';
import type { FoundKey } from '../queries/keys.ts';

/** `isFresh`: as it is now, whatever is remembered. */
export type FindKey = (key: string, wanted?: { isFresh: boolean }) => Promise<FoundKey | undefined>;

interface KeyCache<Found> {
  find(key: string, wanted?: { isFresh: boolean }): Promise<Found | undefined>;
  /** Forgets all keys, so that each is looked up at its next use. */
  forget(): void;
}

/** Keys that are remembered; beyond, the one that was used longest ago is forgotten. */
const maxKeys = 1_000;

/**
 * Remembers found keys for `forMs`, so that a busy key costs no transaction for each request. For as
 * long may a revoked key still be accepted. Keys that were not found are looked up each time.
 */
export function cacheKeys<Found extends object>(
  find: (key: string) => Promise<Found | undefined>,
  forMs: number,
): KeyCache<Found> {
  if (forMs === 0) return { find, forget() {} };
  const known = new LRUCache<string, Found>({ max: maxKeys, ttl: forMs });
  return {
    async find(keyHash, { isFresh } = { isFresh: false }) {
      const cached = isFresh ? undefined : known.get(keyHash);
      if (cached !== undefined) return cached;
      const found = await find(keyHash);
      if (found !== undefined) known.set(keyHash, found);
      return found;
    },
    forget: () => known.clear(),
  };
}
