import * as z from 'zod/mini';

/** A map in the storage of this browser, with at most `limit` entries: the oldest go first. */
export function storedMap<T>(name: string, value: z.ZodMiniType<T>, limit: number) {
  const Entries = z.array(z.tuple([z.string(), value]));

  function read(): Map<string, T> {
    try {
      return new Map(Entries.parse(JSON.parse(localStorage.getItem(name) ?? '[]')));
    } catch {
      // An earlier version, or a storage that is switched off: it begins empty.
      return new Map();
    }
  }

  const entries = read();
  return {
    get: (key: string): T | undefined => entries.get(key),
    /** The newest last. */
    keys: (): string[] => [...entries.keys()],
    set(key: string, next: T | undefined): void {
      entries.delete(key);
      if (next !== undefined) entries.set(key, next);
      for (const oldest of [...entries.keys()].slice(0, -limit)) entries.delete(oldest);
      try {
        localStorage.setItem(name, JSON.stringify([...entries]));
      } catch {
        // Full or switched off: it lives as long as the page.
      }
    },
  };
}
