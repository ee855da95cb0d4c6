import { LRUCache } from 'lru-cache';

export interface ReadCache<Value> {
  /** Returns the cached value, or reads it. Concurrent calls share one read. */
  read(key: string): Promise<Value | undefined>;
  /** Reads the value, ignoring the cache. */
  readFresh(key: string): Promise<Value | undefined>;
  /** Drops a value. A read that is under way is not cached. */
  forget(key: string): void;
  forgetAll(): void;
}

/**
 * Caches up to `max` values for `forMs` milliseconds, of which the least recently used is dropped
 * first. Missing values are read each time. Zero: nothing is cached.
 */
export function cacheReads<Value extends object>(
  read: (key: string) => Promise<Value | undefined>,
  { max, forMs }: { max: number; forMs: number },
): ReadCache<Value> {
  if (forMs === 0) return { read, readFresh: read, forget() {}, forgetAll() {} };
  // The option `max` of the cache would allocate all entries at once.
  const known = new LRUCache<string, Value>({ maxSize: max, sizeCalculation: () => 1, ttl: forMs });
  // When a value expires under load, many requests need it at once.
  const pending = new Map<string, Promise<Value | undefined>>();

  async function readInto(key: string, own: { reading?: Promise<Value | undefined> }) {
    const isCurrent = () => pending.get(key) === own.reading;
    try {
      const value = await read(key);
      if (value !== undefined && isCurrent()) known.set(key, value);
      return value;
    } finally {
      if (isCurrent()) pending.delete(key);
    }
  }

  function readFresh(key: string): Promise<Value | undefined> {
    const own: { reading?: Promise<Value | undefined> } = {};
    own.reading = readInto(key, own);
    pending.set(key, own.reading);
    return own.reading;
  }

  return {
    async read(key) {
      return known.get(key) ?? pending.get(key) ?? readFresh(key);
    },
    readFresh,
    forget(key) {
      known.delete(key);
      pending.delete(key);
    },
    forgetAll() {
      known.clear();
      pending.clear();
    },
  };
}
