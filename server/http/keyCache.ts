import { LRUCache } from 'lru-cache';
import type { FoundKey } from '../queries/keys.ts';

/** `isFresh`: ignores the cache. */
export type FindKey = (key: string, wanted?: { isFresh: boolean }) => Promise<FoundKey | undefined>;

interface KeyCache<Found> {
  find(key: string, wanted?: { isFresh: boolean }): Promise<Found | undefined>;
  /** Clears the cache, so that each key is looked up at its next use. */
  forget(): void;
}

/** Maximum number of cached keys. The least recently used is dropped first. */
const maxKeys = 1_000;

/**
 * Caches found keys for `forMs`, so that a busy key does not need a transaction for each request. A
 * revoked key can still be accepted for this time. Unknown keys are looked up each time.
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
