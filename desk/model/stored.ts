import * as z from 'zod/mini';

/**
 * A map in the storage of this browser, with at most `limit` entries. The oldest are removed first.
 */
export function storedMap<T>(name: string, value: z.ZodMiniType<T>, limit: number) {
  const Entries = z.array(z.tuple([z.string(), value]));

  function read(): Map<string, T> {
    try {
      return new Map(Entries.parse(JSON.parse(localStorage.getItem(name) ?? '[]')));
    } catch {
      // Stored by an earlier version, or storage is disabled: it starts empty.
      return new Map();
    }
  }

  const entries = read();
  return {
    get: (key: string): T | undefined => entries.get(key),
    /** Newest last. */
    keys: (): string[] => [...entries.keys()],
    set(key: string, next: T | undefined): void {
      entries.delete(key);
      if (next !== undefined) entries.set(key, next);
      for (const oldest of [...entries.keys()].slice(0, -limit)) entries.delete(oldest);
      try {
        localStorage.setItem(name, JSON.stringify([...entries]));
      } catch {
        // Storage is full or disabled: the map exists as long as the page.
      }
    },
  };
}
