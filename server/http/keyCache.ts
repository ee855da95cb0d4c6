import type { KeyRecord } from '../queries/keys.ts';
import { cacheReads } from './readCache.ts';

/** `isFresh`: ignores the cache. */
export type FindKey = (
  key: string,
  options?: { isFresh: boolean },
) => Promise<KeyRecord | undefined>;

interface KeyCache<Entry> {
  find(key: string, options?: { isFresh: boolean }): Promise<Entry | undefined>;
  /** Clears the cache, so that each key is looked up at its next use. */
  forget(): void;
}

const maxKeys = 1_000;

/**
 * Caches found keys for `forMs`, so that a busy key does not need a transaction for each request. A
 * revoked key can still be accepted for this time. Unknown keys are looked up each time.
 */
export function cacheKeys<Entry extends object>(
  find: (key: string) => Promise<Entry | undefined>,
  forMs: number,
): KeyCache<Entry> {
  const keys = cacheReads(find, { max: maxKeys, forMs });
  return {
    find: (key, { isFresh } = { isFresh: false }) =>
      isFresh ? keys.readFresh(key) : keys.read(key),
    forget: keys.forgetAll,
  };
}
