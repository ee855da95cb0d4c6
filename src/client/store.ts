import { ofVisitor, storageScope } from '../brand.ts';
import type { Store } from '../core/ports.ts';

/**
 * Opens the `localStorage` of one account. If it is blocked or full, values are stored in memory,
 * as long as the page exists.
 */
export function createStore(account: string): Store {
  const memory = new Map<string, string>();
  const key = (name: string) => `${storageScope(account)}:${name}`;
  const attempt = <T>(use: () => T): T | undefined => {
    try {
      return use();
    } catch {
      return undefined; // SecurityError or QuotaExceededError: the value is in memory
    }
  };
  attempt(() => migrate(key));
  return {
    get: (name) => memory.get(name) ?? attempt(() => localStorage.getItem(key(name))) ?? null,
    set(name, value) {
      memory.set(name, value);
      attempt(() => localStorage.setItem(key(name), value));
    },
    remove(name) {
      memory.delete(name);
      attempt(() => localStorage.removeItem(key(name)));
    },
    wipe(prefix) {
      for (const name of memory.keys()) if (name.startsWith(prefix)) memory.delete(name);
      attempt(() => remove(localStorage, key(prefix)));
      attempt(() => remove(sessionStorage, key(''))); // a tab belongs to one visitor
    },
  };
}

function remove(storage: Storage, prefix: string): void {
  for (const name of Object.keys(storage)) if (name.startsWith(prefix)) storage.removeItem(name);
}

/**
 * Versions before 0.2 stored `penguin-support:<name>:<visitor>` for all accounts. The first account
 * that is opened takes the value over.
 */
function migrate(key: (name: string) => string): void {
  for (const old of Object.keys(localStorage)) {
    const [, name, visitor] = /^penguin-support:([a-z-]+)(?::(.*))?$/s.exec(old) ?? [];
    if (name === undefined) continue;
    const value = localStorage.getItem(old) ?? '';
    localStorage.removeItem(old);
    localStorage.setItem(key(visitor === undefined ? name : ofVisitor(visitor, name)), value);
  }
}
