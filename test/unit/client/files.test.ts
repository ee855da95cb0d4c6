// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openFiles } from '../../../src/client/files.ts';
import type { FilesParts, SendingFiles } from '../../../src/client/sendingFiles.ts';
import { defaultAttachmentRules as rules } from '../../../src/contract/attachmentDefaults.ts';
import type { AttachedFile } from '../../../src/core/attachedFile.ts';
import { NetworkError } from '../../../src/errors.ts';
import { createDeferred } from '../../support/deferred.ts';
import { eventually } from '../../support/eventually.ts';
import { createMemoryShelf } from '../../support/fakeOutbox.ts';

const mine = { draft: 'draft-1', owner: 'ada' };
const log = (name = 'sync.log') => new File(['HubSpot refused our token.'], name);

const open = new Set<SendingFiles>();
afterEach(() => {
  for (const files of open) files.destroy();
  open.clear();
});

async function createDevice(parts: Partial<FilesParts> = {}) {
  const shelf = parts.shelf ?? createMemoryShelf();
  let seen: readonly AttachedFile[] = [];
  const send = vi.fn<FilesParts['send']>(async ({ upload }) => `attachment ${upload.key}`);
  const files = await openFiles({
    shelf,
    visitorId: () => 'visitor-1',
    send,
    ...parts,
    onChange: (all) => {
      seen = all;
    },
  });
  open.add(files);
  return { files, shelf, send, seen: () => seen, ids: () => seen.map(({ id }) => id) };
}

const sender = { visitorId: 'visitor-1', isRepeat: false };

describe('files on the device', () => {
  it('are uploaded immediately, and sent as attachments with the request', async () => {
    const { files, send, seen, ids } = await createDevice();
    expect(await files.add([log()], mine, rules)).toEqual([]);
    await eventually(() => expect(seen()[0]?.state).toEqual({ at: 'uploaded' }));
    expect(seen()[0]).toMatchObject({ name: 'sync.log', type: 'text/plain', size: 26, ...mine });
    const [id] = await files.attachmentsOf(ids(), sender);
    expect(id).toBe(`attachment ${send.mock.calls[0]?.[0].upload.key}`);
    expect(send).toHaveBeenCalledOnce();
  });

  it('report their progress, and leave nothing after they are cancelled', async () => {
    const stopped = vi.fn();
    const { files, seen, ids, shelf } = await createDevice({
      send: (_file, { onProgress, signal }) => {
        onProgress(0.4);
        signal.addEventListener('abort', stopped);
        return createDeferred<string>().promise;
      },
    });
    await files.add([log()], mine, rules);
    await eventually(() => expect(seen()[0]?.state).toEqual({ at: 'uploading', progress: 0.4 }));
    await files.remove(ids());
    expect(stopped).toHaveBeenCalledOnce();
    expect(seen()).toEqual([]);
    expect(await shelf.all()).toEqual([]);
  });

  it('can be restored after they were removed, and are uploaded again', async () => {
    const { files, send, seen, ids } = await createDevice();
    await files.add([log('one.log'), log('two.log')], mine, rules);
    await eventually(() => expect(send).toHaveBeenCalledTimes(2));
    const restore = await files.remove(ids().slice(0, 1));
    expect(seen().map(({ name }) => name)).toEqual(['two.log']);
    await restore();
    const restored = () => seen().find(({ name }) => name === 'one.log');
    await eventually(() =>
      expect(restored()).toMatchObject({ ...mine, state: { at: 'uploaded' } }),
    );
    expect(new Set(send.mock.calls.map(([file]) => file.upload.key)).size).toBe(3);
  });

  it.each([
    ['size', new File([new Uint8Array(11 * 1024 * 1024)], 'big.log')],
    ['empty', new File([], 'empty.txt')],
    ['type', new File(['MZ\u0090'], 'setup.exe')],
    ['type', new File(['<svg onload="alert(1)"/>'], 'logo.svg')],
    ['type', new File(['<!doctype html><script>alert(1)</script>'], 'page.txt')],
    ['unreadable', new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff])], 'broken.jpg')],
  ])('are rejected for their %s before anything is sent', async (reason, file) => {
    const { files, send, seen } = await createDevice();
    expect(await files.add([file], mine, rules)).toEqual([
      { name: file.name, size: file.size, reason },
    ]);
    expect(seen()).toEqual([]);
    expect(send).not.toHaveBeenCalled();
  });

  it('are limited to the number that the tenant accepts', async () => {
    const { files, seen } = await createDevice();
    await files.add([log('1.log'), log('2.log')], mine, { ...rules, max_files: 3 });
    const rejected = await files.add([log('3.log'), log('4.log')], mine, {
      ...rules,
      max_files: 3,
    });
    expect(rejected.map(({ name, reason }) => [name, reason])).toEqual([['4.log', 'count']]);
    expect(seen().map(({ name }) => name)).toEqual(['1.log', '2.log', '3.log']);
  });

  it('share one line if many are above the limit', async () => {
    const { files } = await createDevice();
    const many = Array.from({ length: 200 }, (_, index) => log(`${index}.log`));
    expect(await files.add(many, mine, rules)).toEqual([
      { name: '5.log +194', size: 26, reason: 'count' },
    ]);
  });

  it('have names that are safe to display', async () => {
    const { files, seen } = await createDevice();
    await files.add([log('..\\a\u202egol.exe.log'), log('x\u200b.log')], mine, rules);
    expect(seen().map(({ name }) => name)).toEqual(['agol.exe.log', 'x.log']);
  });

  it('are sent with the content that they had when they were chosen', async () => {
    const { files, shelf } = await createDevice();
    const chosen = log();
    await files.add([chosen], mine, rules);
    const [stored] = await shelf.all();
    expect(stored?.blob).not.toBe(chosen);
    expect(await stored?.blob.text()).toBe('HubSpot refused our token.');
  });

  it('that failed are retried with the request, or when the network is back', async () => {
    const send = vi.fn<FilesParts['send']>(() => Promise.reject(new NetworkError('gone')));
    const { files, seen, ids } = await createDevice({ send });
    await files.add([log()], mine, rules);
    await eventually(() => expect(seen()[0]?.state.at).toBe('failed'));
    await expect(files.attachmentsOf(ids(), sender)).rejects.toThrow(NetworkError);
    send.mockResolvedValue('attachment-1');
    dispatchEvent(new Event('online'));
    await eventually(() => expect(seen()[0]?.state.at).toBe('uploaded'));
    expect(new Set(send.mock.calls.map(([file]) => file.upload.key)).size).toBe(1);
  });

  it('that an earlier page has stored are uploaded with their key', async () => {
    const first = await createDevice({ send: () => createDeferred<string>().promise });
    await first.files.add([log()], mine, rules);
    const [kept] = await first.shelf.all();
    first.files.destroy();
    const second = await createDevice({ shelf: first.shelf });
    expect(second.seen()).toMatchObject([{ name: 'sync.log', state: { at: 'waiting' } }]);
    await second.files.attachmentsOf(second.ids(), sender);
    expect(second.send.mock.calls[0]?.[0].upload.key).toBe(kept?.upload.key);
  });

  it('are uploaded again if they are too old or belong to another user now, but not after they were sent', async () => {
    let time = 0;
    const { files, send, ids } = await createDevice({ now: () => time });
    await files.add([log()], mine, rules);
    const [first] = await files.attachmentsOf(ids(), sender);
    expect(await files.attachmentsOf(ids(), { visitorId: 'visitor-2', isRepeat: true })).toEqual([
      first,
    ]);
    const [other] = await files.attachmentsOf(ids(), { ...sender, visitorId: 'visitor-2' });
    expect(other).not.toBe(first);
    time = 21 * 3_600_000;
    const late = { ...sender, visitorId: 'visitor-2' };
    expect(await files.attachmentsOf(ids(), { ...late, isRepeat: true })).toEqual([other]);
    expect(await files.attachmentsOf(ids(), late)).not.toContain(other);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('that are missing stop the request once, so that the person sees it', async () => {
    const { files } = await createDevice();
    await expect(files.attachmentsOf(['lost'], sender)).rejects.toMatchObject({
      code: 'FILE_GONE',
      retryable: false,
    });
    expect(await files.attachmentsOf(['lost'], { ...sender, isRepeat: true })).toEqual([]);
  });

  it('are removed with their owner, and after a month', async () => {
    const shelf = createMemoryShelf();
    const { files, seen } = await createDevice({ shelf, now: () => 0 });
    await files.add([log('ada.log')], mine, rules);
    await files.add([log('bob.log')], { draft: 'draft-2', owner: 'bob' }, rules);
    await files.wipe('ada');
    expect(seen().map(({ name }) => name)).toEqual(['bob.log']);
    const later = await createDevice({ shelf, now: () => 31 * 24 * 3_600_000 });
    expect(later.seen()).toEqual([]);
  });

  it('can be moved to another draft and to another owner', async () => {
    const { files, seen } = await createDevice();
    await files.add([log()], { draft: 'draft-1', owner: '' }, rules);
    await files.move('draft-1', 'draft-2');
    await files.adopt('', 'ada');
    expect(seen()).toMatchObject([{ draft: 'draft-2', owner: 'ada' }]);
  });
});
