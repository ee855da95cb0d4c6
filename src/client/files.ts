import { cleanFileName } from '../contract/fileName.ts';
import type { FileState } from '../core/attachedFile.ts';
import type { Files } from '../core/ports.ts';
import { randomId } from '../core/randomId.ts';
import { NetworkError, toSupportError, ValidationError } from '../errors.ts';
import { checkFile } from './fileCheck.ts';
import type { StoredFile } from './fileShelf.ts';
import { asStoredError } from './outboxSchedule.ts';
import type { FilesParts, SendingFiles } from './sendingFiles.ts';

const hourMs = 3_600_000;
/** Backends delete uploads that were not sent with a request within a day. */
const uploadLifeMs = 20 * hourMs;
/** A file whose draft was never sent is removed after this time. */
const shelfLifeMs = 30 * 24 * hourMs;

export async function openFiles(parts: FilesParts): Promise<SendingFiles> {
  const { shelf, visitorId, send, onChange, now = Date.now } = parts;
  const states = new Map<string, FileState>();
  const running = new Map<string, { abort: AbortController; id: Promise<string> }>();
  const listening = new AbortController();

  async function publish(): Promise<void> {
    const files = await shelf.all();
    if (listening.signal.aborted) return;
    onChange(
      files.map(({ blob, upload, addedAt: _added, ...file }) => ({
        ...file,
        size: blob.size,
        ...(file.type.startsWith('image/') && { picture: blob }),
        state: upload.id ? { at: 'uploaded' } : (states.get(file.id) ?? { at: 'waiting' }),
      })),
    );
  }

  function say(id: string, state: FileState): void {
    states.set(id, state);
    void publish();
  }

  function upload(file: StoredFile): Promise<string> {
    const known = running.get(file.id);
    if (known) return known.id;
    const abort = new AbortController();
    say(file.id, { at: 'uploading', progress: 0 });
    const onProgress = (progress: number) => say(file.id, { at: 'uploading', progress });
    const id = send(file, { onProgress, signal: abort.signal })
      .then(
        async (got) => {
          if (!abort.signal.aborted) {
            await shelf.put({ ...file, upload: { ...file.upload, id: got } });
          }
          return got;
        },
        (cause) => {
          if (!abort.signal.aborted) states.set(file.id, failed(cause));
          throw cause;
        },
      )
      .finally(() => {
        running.delete(file.id);
        void publish();
      });
    running.set(file.id, { abort, id });
    return id;
  }

  /** A failure is shown, and the upload is retried with the request. */
  const begin = (file: StoredFile) => void upload(file).catch(() => {});

  async function remove(ids: readonly string[]): Promise<() => Promise<void>> {
    const leaving = (await shelf.all()).filter(({ id }) => ids.includes(id));
    for (const id of ids) running.get(id)?.abort.abort();
    await shelf.remove(ids);
    await publish();
    return async () => {
      for (const file of leaving) {
        // Removed ids stay removed.
        const restored = { ...file, id: randomId(), upload: newUpload(visitorId()) };
        await shelf.put(restored);
        begin(restored);
      }
      await publish();
    };
  }

  async function change(which: (file: StoredFile) => boolean, part: Partial<StoredFile>) {
    for (const file of (await shelf.all()).filter(which)) await shelf.put({ ...file, ...part });
    await publish();
  }

  async function retryAll(): Promise<void> {
    for (const file of await shelf.all()) {
      const state = states.get(file.id);
      if (state?.at === 'failed' && state.error.name === NetworkError.name) begin(file);
    }
  }
  addEventListener('online', () => void retryAll(), { signal: listening.signal });

  const old = (await shelf.all()).filter(({ addedAt }) => now() - addedAt > shelfLifeMs);
  await remove(old.map(({ id }) => id));

  return {
    async add(chosen, { draft, owner }, rules) {
      const there = (await shelf.all()).filter((file) => file.draft === draft).length;
      const room = Math.max(0, rules.max_files - there);
      const rejected: Awaited<ReturnType<Files['add']>> = [];
      let taken = 0;
      for (const [index, file] of chosen.entries()) {
        const { size } = file;
        const name = cleanFileName(file.name);
        if (taken === room) {
          const rest = chosen.length - index - 1; // one line names all files above the limit
          rejected.push({ name: rest ? `${name} +${rest}` : name, size, reason: 'count' });
          break;
        }
        const checked = await checkFile(file, rules);
        if ('reason' in checked) {
          rejected.push({ name, size, reason: checked.reason });
          continue;
        }
        taken += 1;
        const stored: StoredFile = {
          id: randomId(),
          draft,
          owner,
          name,
          ...checked,
          addedAt: now() + taken, // in the order in which they were chosen
          upload: newUpload(visitorId()),
        };
        await shelf.put(stored);
        begin(stored);
      }
      await publish();
      return rejected;
    },
    retry: (id) => void shelf.get(id).then((file) => file && begin(file)),
    remove,
    async attachmentsOf(ids, sender) {
      const found: string[] = [];
      for (const id of ids) {
        await running.get(id)?.id.catch(() => {}); // it is retried below
        const file = await shelf.get(id);
        if (file) found.push(await attachmentOf(file, sender));
        // The person has seen the error and retried: the text is sent without the file.
        else if (!sender.isRepeat) throw gone();
      }
      return found;
    },
    adopt: (owner, heir) => change((file) => file.owner === owner, { owner: heir }),
    move: (from, to) => change((file) => file.draft === from, { draft: to }),
    async wipe(owner) {
      const theirs = (await shelf.all()).filter((file) => file.owner === owner);
      await remove(theirs.map(({ id }) => id));
    },
    destroy() {
      listening.abort();
      for (const { abort } of running.values()) abort.abort();
      shelf.close();
    },
  };

  async function attachmentOf(
    file: StoredFile,
    { visitorId: as, isRepeat }: { visitorId: string; isRepeat: boolean },
  ): Promise<string> {
    const isStale = file.upload.as !== as || now() - file.upload.since > uploadLifeMs;
    if (!isStale || isRepeat) return file.upload.id ?? upload(file);
    const retried = { ...file, upload: newUpload(as) };
    await shelf.put(retried);
    return upload(retried);
  }

  function newUpload(as: string): StoredFile['upload'] {
    return { key: randomId(), as, since: now(), id: null };
  }
}

function failed(cause: unknown): FileState {
  return { at: 'failed', error: asStoredError(toSupportError(cause)) };
}

function gone(): ValidationError {
  return new ValidationError('A file is no longer on this device.', [], { code: 'FILE_GONE' });
}
