import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { KeptEntry, OutboxEntry, OutboxWrite, UnreadableEntry } from './outboxEntry.ts';
import type { LoadOutbox, Outbox, Store } from './ports.ts';
import type { VisitorModel } from './visitor.model.ts';

/** What the visitor has written and the backend may not have yet. */
export interface OutboxModel {
  /** This visitor's entries, oldest first; those sent a moment ago among them. */
  entries: ReadonlySignal<readonly OutboxEntry[]>;
  /** What an older version of the widget has left: only words. */
  unreadable: ReadonlySignal<readonly UnreadableEntry[]>;
  /** False when the browser refuses storage: what waits lasts as long as the page. */
  isDurable: ReadonlySignal<boolean>;
  /** Brings the code, so that it is there when the network is not. */
  load(): Promise<void>;
  /** Sends what an earlier visit has left, if there is anything. */
  wake(): void;
  /** Resolves with the entry's id once it is kept. Rejects with a `NetworkError` when the code did not load. */
  send(id: string, write: OutboxWrite): Promise<string>;
  retry(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** What was written before this visitor signed in is theirs from now on. */
  adopt(): Promise<void>;
  /** Removes everything of this visitor from the device. */
  wipe(): Promise<void>;
  destroy(): void;
}

interface Dependencies {
  open: LoadOutbox;
  visitor: VisitorModel;
  device: Store;
  onSent(entry: OutboxEntry): void;
}

/** Names on the device: that something waits, and whose entries must go as soon as the code is there. */
const waiting = 'outbox';
const toWipe = 'outbox-wipe';

export function createOutboxModel({ open, visitor, device, onSent }: Dependencies): OutboxModel {
  const kept = signal<readonly KeptEntry[]>([]);
  const isDurable = signal(true);
  let opening: Promise<Outbox> | undefined;
  let destroyed = false;
  const owner = () => visitor.user().id ?? '';

  function outbox(): Promise<Outbox> {
    opening ??= open({
      onChange(entries) {
        kept.value = entries;
        if (entries.length > 0) device.set(waiting, '1');
        else device.remove(waiting);
      },
      onKept(durable) {
        isDurable.value = durable;
      },
      onSent,
    }).then(
      async (opened) => {
        for (const gone of ownersToWipe(device)) await opened.wipe(gone);
        device.remove(toWipe);
        if (destroyed) opened.destroy();
        return opened;
      },
      (cause) => {
        opening = undefined; // the code did not load: asked for anew with the next call
        throw cause;
      },
    );
    return opening;
  }

  return {
    entries: computed(() => {
      visitor.epoch.value;
      return kept.value
        .filter((entry) => entry.version === 1)
        .filter((entry) => entry.owner === owner())
        .sort((a, b) => a.createdAt - b.createdAt);
    }),
    unreadable: computed(() => kept.value.filter((entry) => entry.version === 'unreadable')),
    isDurable,
    load: async () => void (await outbox()),
    wake() {
      if (!opening && device.get(waiting) === null && device.get(toWipe) === null) return;
      outbox().then(
        (opened) => opened.flush(),
        () => {}, // what waits stays where it is
      );
    },
    async send(id, write) {
      // Who writes is settled now: another visitor may be here when the code has loaded.
      const entry = { id, owner: owner(), visitorId: visitor.id(), write };
      return (await outbox()).put(entry);
    },
    retry: async (id) => (await outbox()).retry(id),
    remove: async (id) => (await outbox()).remove(id),
    async adopt() {
      if (!opening && device.get(waiting) === null) return;
      const heir = { owner: owner(), visitorId: visitor.id() };
      await (await outbox()).adopt('', heir);
    },
    async wipe() {
      if (!opening && device.get(waiting) === null) return;
      const gone = owner();
      device.set(toWipe, JSON.stringify([...ownersToWipe(device), gone]));
      kept.value = kept.value.filter((entry) => entry.version === 1 && entry.owner !== gone);
      const opened = await outbox();
      await opened.wipe(gone);
      device.remove(toWipe);
    },
    destroy() {
      destroyed = true;
      void opening?.then(
        (opened) => opened.destroy(),
        () => {},
      );
    },
  };
}

function ownersToWipe(device: Store): string[] {
  try {
    const owners: unknown = JSON.parse(device.get(toWipe) ?? '[]');
    return Array.isArray(owners) ? owners.filter((owner) => typeof owner === 'string') : [];
  } catch {
    return [];
  }
}
