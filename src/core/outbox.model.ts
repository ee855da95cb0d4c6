import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { AttachedFile } from './attachedFile.ts';
import type { FilesSource } from './files.model.ts';
import { lazy } from './lazy.ts';
import type { OutboxEntry, OutboxWrite, StoredEntry, UnreadableEntry } from './outboxEntry.ts';
import type { LoadOutbox, Store } from './ports.ts';
import type { TenantConfigModel } from './tenantConfig.model.ts';
import type { VisitorModel } from './visitor.model.ts';

/** Writes of the visitor that the backend may not have received yet. */
export interface OutboxModel {
  /** This visitor's entries, oldest first, including recently sent ones. */
  entries: ReadonlySignal<readonly OutboxEntry[]>;
  /** Drafts that an older version of the widget has stored: only text. */
  unreadable: ReadonlySignal<readonly UnreadableEntry[]>;
  /** False if the browser blocks storage. Then entries exist only as long as the page. */
  isDurable: ReadonlySignal<boolean>;
  /** True after `destroy`: entries are no longer updated. */
  isOver: ReadonlySignal<boolean>;
  /** Whether entries of an earlier visit are still being read from the device. Reads signals. */
  isReading(): boolean;
  /** Preloads the code, so that it is available without a network. */
  load(): Promise<void>;
  /** Sends the entries of an earlier visit, if there are any. */
  wake(): void;
  /** The attached files: `filesOf` returns their model. */
  files: FilesSource;
  /**
   * Resolves to the entry's id when it is stored. Rejects with a `NetworkError` if the code does
   * not load.
   */
  send(id: string, write: OutboxWrite, files?: readonly string[]): Promise<string>;
  retry(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Moves entries from before sign-in to this visitor. */
  adopt(): Promise<void>;
  /** Removes all entries of this visitor from the device. */
  wipe(): Promise<void>;
  destroy(): void;
}

interface Dependencies {
  open: LoadOutbox;
  visitor: VisitorModel;
  device: Store;
  tenantConfig: Pick<TenantConfigModel, 'remote'>;
  onSent(entry: OutboxEntry): void;
}

/**
 * Names on the device: whether entries are waiting and files are stored (`2`, or `1` in versions
 * without accounts), and whose entries must be removed when the code has loaded.
 */
const waiting = 'outbox';
const filesWaiting = 'files';
const toWipe = 'outbox-wipe';

export function createOutboxModel(from: Dependencies): OutboxModel {
  const { open, visitor, device, tenantConfig, onSent } = from;
  const stored = signal<readonly StoredEntry[]>([]);
  const files = signal<readonly AttachedFile[]>([]);
  const isDurable = signal(true);
  const isOver = signal(false);
  const owner = () => visitor.user().id ?? '';
  const note = (name: string, things: readonly unknown[]) =>
    things.length > 0 ? device.set(name, '2') : device.remove(name);
  const ownersToWipe = () => device.get(toWipe)?.split('\0') ?? [];
  const hasLeft = (...names: string[]) => names.some((name) => device.get(name) !== null);

  const outbox = lazy(async () => {
    const opened = await open({
      hasOld: [waiting, filesWaiting].some((name) => device.get(name) === '1'),
      onChange(entries) {
        stored.value = entries;
        note(waiting, entries);
      },
      onStored(durable) {
        isDurable.value = durable;
      },
      onFiles(all) {
        files.value = all;
        note(filesWaiting, all);
      },
      onSent,
    });
    for (const gone of ownersToWipe()) await opened.wipe(gone);
    device.remove(toWipe);
    if (isOver.peek()) opened.destroy();
    return opened;
  });

  const openFiles = async () => (await outbox.get()).files();

  return {
    entries: computed(() => {
      visitor.epoch.value;
      return stored.value
        .filter((entry) => entry.version === 1)
        .filter((entry) => entry.owner === owner())
        .sort((a, b) => a.createdAt - b.createdAt);
    }),
    unreadable: computed(() => stored.value.filter((entry) => entry.version === 'unreadable')),
    isDurable,
    isOver,
    files: {
      open: openFiles,
      stored: files,
      settings: tenantConfig.remote,
      visitor,
      restore() {
        if (hasLeft(filesWaiting)) openFiles().catch(() => {}); // loaded again when it is needed
      },
    },
    isReading: () => !stored.value[0] && hasLeft(waiting),
    async load() {
      visitor.authorId();
      await outbox.get();
    },
    wake() {
      if (!outbox.peek() && !hasLeft(waiting, toWipe)) return;
      outbox.get().then(
        (opened) => opened.flush(),
        () => {}, // the entries stay where they are
      );
    },
    async send(id, write, attached) {
      // The author is fixed now, because the visitor may have changed when the code has loaded.
      const entry = { id, owner: owner(), visitorId: visitor.authorId(), write, files: attached };
      return (await outbox.get()).put(entry);
    },
    retry: async (id) => (await outbox.get()).retry(id),
    remove: async (id) => (await outbox.get()).remove(id),
    async adopt() {
      if (!hasLeft(waiting, filesWaiting)) return;
      const heir = { owner: owner(), visitorId: visitor.id() };
      await (await outbox.get()).adopt('', heir);
    },
    async wipe() {
      if (!hasLeft(waiting, filesWaiting)) return;
      const gone = owner();
      device.set(toWipe, [...ownersToWipe(), gone].join('\0'));
      stored.value = stored.value.filter((entry) => entry.version === 1 && entry.owner !== gone);
      files.value = files.value.filter((file) => file.owner !== gone);
      const opened = await outbox.get();
      await opened.wipe(gone);
      device.remove(toWipe);
    },
    destroy() {
      isOver.value = true;
      void outbox.peek()?.then(
        (opened) => opened.destroy(),
        () => {},
      );
    },
  };
}
