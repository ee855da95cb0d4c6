import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { createFileShelf, type StoredFile } from '../../../src/client/fileShelf.ts';

const scope = 'penguin-support:pk_test_demo';

const file = (id: string): StoredFile => ({
  id,
  draft: 'draft-1',
  owner: 'ada',
  name: `${id}.log`,
  type: 'text/plain',
  blob: new Blob([id]),
  addedAt: 1,
  upload: { key: id, as: 'visitor-1', since: 1, id: null },
});

const names = async (shelf: ReturnType<typeof createFileShelf>) =>
  (await shelf.all()).map(({ id }) => id);

afterEach(() => deleteDB(`${scope}:files`));

describe('a file that is removed from the shelf', () => {
  it('does not return with a read that started before', async () => {
    const earlier = createFileShelf(scope);
    await earlier.put(file('one'));
    await earlier.put(file('two'));
    earlier.close();
    const shelf = createFileShelf(scope);
    const reading = shelf.all();
    await shelf.remove(['one']);
    await reading;
    expect(await names(shelf)).toEqual(['two']);
    shelf.close();
  });

  it('does not return with an upload that ends after', async () => {
    const shelf = createFileShelf(scope);
    await shelf.put(file('one'));
    await shelf.remove(['one']);
    await shelf.put({ ...file('one'), upload: { ...file('one').upload, id: 'attachment 1' } });
    expect(await names(shelf)).toEqual([]);
    shelf.close();
  });
});
