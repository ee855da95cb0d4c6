import type { Store } from './ports.ts';

const name = 'searches';
const maxSearches = 5;

/** Stores the recent searches of a person, newest first. */
export function recentSearches(store: Store): string[] {
  try {
    const stored: unknown = JSON.parse(store.get(name) ?? '[]');
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
  } catch {
    return []; // stored by another version
  }
}

export function rememberSearch(store: Store, query: string): void {
  const text = query.trim();
  if (text === '') return;
  const others = recentSearches(store).filter((one) => one !== text);
  store.set(name, JSON.stringify([text, ...others].slice(0, maxSearches)));
}
