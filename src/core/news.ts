import type { SupportContext } from './context.ts';

type Parts = Pick<SupportContext, 'messenger' | 'tenantConfig' | 'visitor'>;

const name = 'news';
/** For a visitor who has never opened What's new, older entries do not count as unread. */
const newForMs = 30 * 24 * 3_600_000;

/** Returns the date up to which the visitor has read What's new; 30 days ago by default. */
export function newsReadUntil({ visitor }: Pick<Parts, 'visitor'>): number {
  return Number(visitor.store.get(name) ?? Date.now() - newForMs);
}

/**
 * Returns whether there are unread entries; undefined if there is no entry at all, or the settings
 * of the backend have not arrived. Reads signals.
 */
export function hasUnreadNews({ messenger, tenantConfig, visitor }: Parts): boolean | undefined {
  messenger.isOpen.value; // they may have been read in the panel
  visitor.epoch.value;
  const newest = tenantConfig.remote.value?.news_at;
  return newest === undefined ? undefined : Date.parse(newest) > newsReadUntil({ visitor });
}

/** Stores that the visitor has read What's new up to a date. */
export function markNewsRead({ visitor }: Pick<Parts, 'visitor'>, date: string): void {
  const read = visitor.store.get(name);
  const at = Date.parse(date);
  if (read === null || Number(read) < at) visitor.store.set(name, String(at));
}
