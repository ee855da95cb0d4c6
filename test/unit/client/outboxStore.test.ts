import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { migrate } from '../../../src/client/migrate.ts';
import { createEntryStore } from '../../../src/client/outboxStore.ts';
import { openTable } from '../../../src/client/table.ts';
import type { OutboxEntry } from '../../../src/core/outboxEntry.ts';
import { destination } from '../../support/fakeOutbox.ts';
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

const name = 'penguin-support:pk_test_demo:outbox';
const rows = () => openDB(name, 1);

afterEach(async () => {
  vi.unstubAllGlobals();
  await deleteDB(name);
});

describe('the store of the outbox', () => {
  it('keeps entries for the next page', async () => {
    const before = createEntryStore(name, destination);
    expect(await before.put(entry('key-1'))).toBe(true);
    before.close();
    const after = createEntryStore(name, destination);
    expect(await after.all()).toMatchObject([{ id: 'key-1', write: entry('key-1').write }]);
    await after.remove(['key-1']);
    expect(await after.all()).toEqual([]);
    after.close();
  });

  it('works in memory if the browser blocks storage, and reports that', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const store = createEntryStore(name, destination);
    expect(await store.put(entry('key-1'))).toBe(false);
    expect(await store.all()).toHaveLength(1);
    await store.remove(['key-1']);
    expect(await store.all()).toEqual([]);
  });

  it('still has the entries of this page after the site data were cleared', async () => {
    const store = createEntryStore(name, destination);
    await store.put(entry('key-1'));
    const database = await rows();
    await database.clear('entries');
    database.close();
    expect(await store.all()).toHaveLength(1);
    await store.forget(['key-1']);
    expect(await store.all()).toEqual([]);
    store.close();
  });

  it('offers the text of an entry of another version, and drops entries without text', async () => {
    const writer = createEntryStore(name, destination);
    await writer.put(entry('key-1'));
    writer.close();
    const database = await rows();
    const later = { version: 9, id: 'key-2', what: { text: 'Mails bounce.', to: 'a@b.example' } };
    await database.put('entries', later, 'key-2');
    await database.put('entries', 7, 'key-3');
    database.close();
    const store = createEntryStore(name, destination);
    const all = await store.all();
    expect(all.find(({ id }) => id === 'key-2')).toEqual({
      version: 'unreadable',
      id: 'key-2',
      text: 'Mails bounce.\na@b.example',
    });
    expect(all.map(({ id }) => id).sort()).toEqual(['key-1', 'key-2']);
    store.close();
  });

  it.each([
    ['account', { account: 'pk_test_beta' }],
    ['address of the API', { baseUrl: 'https://other.example/v1/' }],
  ])('returns only the text of an entry for another %s', async (_what, other) => {
    const state = { at: 'queued', since: 1, delay: 0, error: null } as const;
    const before = createEntryStore(name, { ...destination, ...other });
    await before.put({ ...entry('key-1'), ...other, state });
    await before.put({ ...entry('key-2'), ...other });
    before.close();
    const store = createEntryStore(name, destination);
    expect(await store.all()).toEqual([
      { version: 'unreadable', id: 'key-1', text: 'Invoice\n\nIt is wrong.' },
    ]);
    store.close();
  });
});

describe('the entries that earlier versions stored for all accounts', () => {
  const files = 'penguin-support:pk_test_demo:files';

  async function keep(old: string, id: string, value: unknown): Promise<void> {
    const table = openTable(old);
    await table.put(id, value);
    table.close();
  }

  it('go to the account that is opened first, and leave nothing behind', async () => {
    const { account: _account, baseUrl: _baseUrl, ...old } = entry('key-1');
    await keep('penguin-support-outbox', 'key-1', old);
    await keep('penguin-support-files', 'file-1', { id: 'file-1', name: 'log.txt' });
    await migrate('penguin-support:pk_test_demo', destination);
    const store = createEntryStore(name, destination);
    expect(await store.all()).toMatchObject([{ version: 1, id: 'key-1', ...destination }]);
    store.close();
    const shelf = openTable(files);
    expect(await shelf.all()).toEqual([{ id: 'file-1', name: 'log.txt' }]);
    shelf.close();
    await vi.waitFor(async () => {
      const left = (await indexedDB.databases()).map((database) => database.name);
      expect(left.filter((one) => one?.startsWith('penguin-support-'))).toEqual([]);
    });
    await deleteDB(files);
  });

  it('are not restored after they were sent', async () => {
    const { account: _account, baseUrl: _baseUrl, ...old } = entry('key-1');
    await keep('penguin-support-outbox', 'key-1', { ...old, attempts: 0 });
    const store = createEntryStore(name, destination);
    await store.put({ ...entry('key-1'), attempts: 3 });
    await migrate('penguin-support:pk_test_demo', destination);
    expect(await store.all()).toMatchObject([{ attempts: 3 }]);
    store.close();
    await deleteDB(files);
  });
});
