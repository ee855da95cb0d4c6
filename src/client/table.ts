import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Tables extends DBSchema {
  entries: { key: string; value: unknown };
}

/** What the browser keeps in IndexedDB. Where it refuses, nothing is found and nothing is kept. */
export interface Table {
  all(): Promise<unknown[]>;
  get(id: string): Promise<unknown>;
  /** True when it will outlive the page. */
  put(id: string, value: unknown): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
  close(): void;
}

/** A database that does not open within this time counts as blocked. */
const patience = 3_000;

export function openTable(name: string): Table {
  let opening: Promise<IDBPDatabase<Tables> | null> | undefined;

  function open(): Promise<IDBPDatabase<Tables> | null> {
    opening ??= openOrNull(name, () => {
      opening = undefined; // closed by the browser or by another version: opened anew when needed
    });
    return opening;
  }

  return {
    async all() {
      const database = await open();
      return attempt(async () => (database ? database.getAll('entries') : []), []);
    },
    async get(id) {
      const database = await open();
      return attempt(async () => database?.get('entries', id), undefined);
    },
    async put(id, value) {
      const database = await open();
      return attempt(async () => {
        await database?.put('entries', value, id);
        return database !== null;
      }, false);
    },
    async remove(ids) {
      const database = await open();
      await attempt(async () => {
        const change = database?.transaction('entries', 'readwrite');
        await Promise.all([...ids.map((id) => change?.store.delete(id)), change?.done]);
      }, undefined);
    },
    close() {
      void opening?.then((database) => database?.close());
      opening = undefined;
    },
  };
}

async function openOrNull(name: string, onGone: () => void): Promise<IDBPDatabase<Tables> | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const opened = attempt(
    () =>
      openDB<Tables>(name, 1, {
        upgrade: (database) => {
          database.createObjectStore('entries');
        },
        blocking: (_current, _blocked, event) => {
          // Another version of the widget wants to upgrade: this one works from memory until reload.
          if (event.target instanceof IDBDatabase) event.target.close();
          onGone();
        },
        terminated: onGone,
      }),
    null,
  );
  return Promise.race([opened, late]).finally(() => clearTimeout(timer));
}

/** Storage may be refused (SecurityError), full (QuotaExceededError) or gone: then `otherwise` stands. */
async function attempt<T>(use: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await use();
  } catch {
    return otherwise;
  }
}
