/** A table in IndexedDB. If the browser blocks storage, reads find nothing and writes store nothing. */
export interface Table {
  all(): Promise<unknown[]>;
  get(id: string): Promise<unknown>;
  /** Resolves to true if the value will outlive the page. */
  put(id: string, value: unknown): Promise<boolean>;
  remove(ids: readonly string[]): Promise<void>;
  /** Finishes pending operations first. Later operations do not reopen the database. */
  close(): void;
}

/** A database that does not open within this time counts as blocked. Milliseconds. */
const openTimeoutMs = 3_000;
const storeName = 'entries';

export function openTable(name: string): Table {
  let opening: Promise<IDBDatabase | null> | undefined;
  let running = 0;
  let isClosed = false;

  async function open(mode: IDBTransactionMode = 'readonly'): Promise<IDBObjectStore | undefined> {
    opening ??= openOrNull(name, () => {
      opening = undefined; // closed by the browser or another version; it is reopened when needed
    });
    return (await opening)?.transaction(storeName, mode).objectStore(storeName);
  }

  async function use<T>(work: () => Promise<T>, fallback: T): Promise<T> {
    running++;
    const result = await attempt(work, fallback);
    running--;
    shutIfDone();
    return result;
  }

  function shutIfDone(): void {
    if (!isClosed || running > 0) return;
    void opening?.then((database) => database?.close());
    opening = undefined;
  }

  return {
    async all() {
      const found = await use(async () => settled((await open())?.getAll()), undefined);
      return found ?? [];
    },
    get: (id) => use(async () => settled((await open())?.get(id)), undefined),
    put: (id, value) =>
      use(async () => {
        const store = await open('readwrite');
        store?.put(value, id);
        await committed(store);
        return store !== undefined;
      }, false),
    remove: (ids) =>
      use(async () => {
        const store = await open('readwrite');
        for (const id of ids) store?.delete(id);
        await committed(store);
      }, undefined),
    close() {
      isClosed = true;
      shutIfDone();
    },
  };
}

async function openOrNull(name: string, onClosed: () => void): Promise<IDBDatabase | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), openTimeoutMs);
  });
  const opened = attempt(async () => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(storeName);
    };
    const database = await settled(request);
    if (!database) return null;
    database.onversionchange = () => {
      // Another version of the widget wants to upgrade. This one works in memory until the page
      // reloads.
      database.close();
      onClosed();
    };
    database.onclose = onClosed;
    return database;
  }, null);
  return Promise.race([opened, late]).finally(() => clearTimeout(timer));
}

function settled<T>(request: IDBRequest<T> | undefined): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    if (!request) return resolve(undefined);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A write only outlives the page after its transaction has completed. */
function committed(store: IDBObjectStore | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!store) return resolve();
    store.transaction.oncomplete = () => resolve();
    store.transaction.onabort = () => reject(store.transaction.error);
  });
}

/**
 * Returns `otherwise` if storage is blocked (SecurityError), full (QuotaExceededError) or missing.
 */
async function attempt<T>(use: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await use();
  } catch {
    return otherwise;
  }
}
