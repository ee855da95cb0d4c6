import { storagePrefix } from '../brand.ts';
import type { Store } from '../core/ports.ts';

/** `localStorage` under our prefix. Where it is blocked or full, memory: it lasts as long as the page. */
export function createStore(): Store {
  const memory = new Map<string, string>();
  const key = (name: string) => `${storagePrefix}:${name}`;
  const attempt = <T>(use: (storage: Storage) => T): T | undefined => {
    try {
      return use(localStorage);
    } catch {
      return undefined; // SecurityError or QuotaExceededError: memory has the value
    }
  };
  return {
    get: (name) => memory.get(name) ?? attempt((storage) => storage.getItem(key(name))) ?? null,
    set(name, value) {
      memory.set(name, value);
      attempt((storage) => storage.setItem(key(name), value));
    },
    remove(name) {
      memory.delete(name);
      attempt((storage) => storage.removeItem(key(name)));
    },
  };
}
