import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEntryStore } from '../../../src/client/outboxStore.ts';
import type { OutboxEntry } from '../../../src/core/outboxEntry.ts';
import { ticketOf } from '../../support/samples.ts';
import { entryOf } from './outboxBrowser.ts';

const entry = (id: string): OutboxEntry => ({
  ...entryOf(id),
  version: 1,
  createdAt: 1,
  attempts: 0,
  firstSentAt: null,
  state: { at: 'sent', ticket: ticketOf(), sentAt: 2 },
});

const name = 'penguin-support-outbox';
const rows = () => openDB(name, 1);

afterEach(async () => {
  vi.unstubAllGlobals();
  await deleteDB(name);
});

describe('the store of the outbox', () => {
  it('keeps entries for the next page', async () => {
    const before = createEntryStore();
    expect(await before.put(entry('key-1'))).toBe(true);
    before.close();
    const after = createEntryStore();
    expect(await after.all()).toMatchObject([{ id: 'key-1', write: entry('key-1').write }]);
    await after.remove(['key-1']);
    expect(await after.all()).toEqual([]);
    after.close();
  });

  it('works from memory where the browser refuses storage, and says so', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const store = createEntryStore();
    expect(await store.put(entry('key-1'))).toBe(false);
    expect(await store.all()).toHaveLength(1);
    await store.remove(['key-1']);
    expect(await store.all()).toEqual([]);
  });

  it('still has what this page wrote when the site data are cleared', async () => {
    const store = createEntryStore();
    await store.put(entry('key-1'));
    const database = await rows();
    await database.clear('entries');
    database.close();
    expect(await store.all()).toHaveLength(1);
    await store.forget(['key-1']);
    expect(await store.all()).toEqual([]);
    store.close();
  });

  it('offers the words of an entry that another version left, and drops what has none', async () => {
    const writer = createEntryStore();
    await writer.put(entry('key-1'));
    writer.close();
    const database = await rows();
    const later = { version: 9, id: 'key-2', what: { text: 'Mails bounce.', to: 'a@b.example' } };
    await database.put('entries', later, 'key-2');
    await database.put('entries', 7, 'key-3');
    database.close();
    const store = createEntryStore();
    const all = await store.all();
    expect(all.find(({ id }) => id === 'key-2')).toEqual({
      version: 'unreadable',
      id: 'key-2',
      text: 'Mails bounce.\na@b.example',
    });
    expect(all.map(({ id }) => id).sort()).toEqual(['key-1', 'key-2']);
    store.close();
  });
});
