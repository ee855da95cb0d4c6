/** Maximum number of cached responses. The least recently used is dropped first. */
const maxEntries = 100;

/**
 * Caches responses in memory. Returns a fresh response immediately. A stale one is also returned
 * while it is reloaded. Concurrent reads of a key share one request.
 */
export function createCache(now: () => number = Date.now) {
  const entries = new Map<string, { value: unknown; until: number }>();
  const reading = new Map<string, Promise<unknown>>();

  function refresh(key: string, seconds: number, read: () => Promise<unknown>): Promise<unknown> {
    const running = reading.get(key);
    if (running) return running;
    const answer = read()
      .then((value) => {
        use(key, { value, until: now() + seconds * 1000 });
        return value;
      })
      .finally(() => reading.delete(key));
    reading.set(key, answer);
    return answer;
  }

  /** A map keeps the insertion order, so the first key is the least recently used. */
  function use(key: string, answer: { value: unknown; until: number }): void {
    entries.delete(key);
    entries.set(key, answer);
    const [oldest] = entries.keys();
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest);
  }

  return {
    get(key: string, seconds: number, read: () => Promise<unknown>): Promise<unknown> {
      const found = entries.get(key);
      if (!found) return refresh(key, seconds, read);
      use(key, found);
      if (found.until <= now()) {
        // The stale response stays if the new request fails.
        refresh(key, seconds, read).catch(() => {});
      }
      return Promise.resolve(found.value);
    },
  };
}
