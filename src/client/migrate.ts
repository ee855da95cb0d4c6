import { storagePrefix } from '../brand.ts';
import type { Destination } from '../core/outboxEntry.ts';
import { openTable } from './table.ts';

/**
 * Moves requests and files that versions before 0.2 stored for all accounts of a site to the
 * account that is opened first, as those versions would have sent them. Articles are fetched again.
 */
export async function migrate(scope: string, destination: Destination): Promise<void> {
  await move('outbox', scope, destination);
  await move('files', scope, {});
  indexedDB.deleteDatabase(oldName('articles'));
}

/** Copies before it removes, so an interruption only repeats work. */
async function move(what: string, scope: string, more: object): Promise<void> {
  const old = openTable(oldName(what));
  const next = openTable(`${scope}:${what}`);
  let isMoved = true;
  for (const stored of await old.all()) {
    const { id } = Object(stored);
    const isThere = typeof id !== 'string' || (await next.get(id)) !== undefined;
    if (!isThere) isMoved &&= await next.put(id, { ...Object(stored), ...more });
  }
  old.close();
  next.close();
  // Not awaited, because a tab with the earlier version may keep the database open.
  if (isMoved) indexedDB.deleteDatabase(oldName(what));
}

const oldName = (what: string) => `${storagePrefix}-${what}`;
