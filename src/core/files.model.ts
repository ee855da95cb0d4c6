import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { AttachmentRules } from '../contract/attachment.ts';
import { defaultAttachmentRules } from '../contract/attachmentDefaults.ts';
import type { TenantConfig } from '../contract/config.ts';
import type { AttachedFile } from './attachedFile.ts';
import type { Files } from './ports.ts';
import { randomId } from './randomId.ts';
import type { VisitorModel } from './visitor.model.ts';

/** Files of drafts. They are stored on the device until their request is sent. */
export interface FilesModel {
  /** The files that the tenant accepts. */
  rules: ReadonlySignal<AttachmentRules>;
  /** The files of a draft, in the order they were added. */
  of(draft: string): readonly AttachedFile[];
  /** Returns the ids of the files of a draft that will be attached. */
  idsOf(draft: string): string[];
  /**
   * Checks and stores files, and starts their upload. Files that fail the check have the state
   * `rejected`.
   */
  add(draft: string, files: readonly File[]): Promise<void>;
  /** Retries a failed upload. */
  retry(id: string): void;
  /** Removes a file and cancels its upload. */
  remove(id: string): void;
  /** Returns the name of the last removed file of a draft, until it is restored or one is added. */
  removedFrom(draft: string): string | undefined;
  /** Restores the last removed file. */
  restore(): void;
  /** Moves the files of one draft to another. */
  move(from: string, to: string): void;
}

/** The files of an outbox. Their model loads with the first widget that shows files. */
export interface FilesSource {
  open: () => Promise<Files>;
  stored: ReadonlySignal<readonly AttachedFile[]>;
  /** The settings of the backend, which have the rules. Undefined before it has sent them. */
  settings: ReadonlySignal<TenantConfig | undefined>;
  visitor: VisitorModel;
  /** Loads files that an earlier page has stored, if any. */
  restore(): void;
}

const models = new WeakMap<FilesSource, FilesModel>();

/** Returns the model of the files of an outbox, which all of its users share. */
export function filesOf(source: FilesSource): FilesModel {
  const model = models.get(source) ?? createFilesModel(source);
  models.set(source, model);
  return model;
}

function createFilesModel({ open, stored, visitor, ...source }: FilesSource): FilesModel {
  const rules = computed(() => source.settings.value?.attachments ?? defaultAttachmentRules);
  const rejected = signal<readonly AttachedFile[]>([]);
  const removed = signal<(AttachedFile & { restore: Promise<() => Promise<void>> }) | null>(null);
  const ownFiles = computed(() => {
    visitor.epoch.value;
    const owner = visitor.user().id ?? '';
    return [...stored.value, ...rejected.value].filter((file) => file.owner === owner);
  });
  const attachable = (draft: string) =>
    ownFiles.value.filter((file) => file.draft === draft && file.state.at !== 'rejected');

  return {
    rules,
    of: (draft) => ownFiles.value.filter((file) => file.draft === draft),
    idsOf: (draft) => attachable(draft).map(({ id }) => id),
    async add(draft, chosen) {
      const owner = visitor.user().id ?? '';
      removed.value = null;
      const opened = await open();
      const results = await opened.add(chosen, { draft, owner }, rules.peek());
      const newlyRejected = results.map(({ name, size, reason }) => ({
        id: randomId(),
        draft,
        owner,
        name,
        size,
        type: '',
        state: { at: 'rejected', reason } as const,
      }));
      rejected.value = [...rejected.peek(), ...newlyRejected];
    },
    retry: (id) => void open().then((opened) => opened.retry(id)),
    remove(id) {
      rejected.value = rejected.peek().filter((file) => file.id !== id);
      const file = stored.peek().find((one) => one.id === id);
      if (!file) return;
      const restore = open().then((opened) => opened.remove([id]));
      removed.value = { ...file, restore };
    },
    removedFrom(draft) {
      const file = removed.value;
      const isShown = file?.draft === draft && file.owner === (visitor.user().id ?? '');
      return isShown ? file.name : undefined;
    },
    restore() {
      void removed.peek()?.restore.then((restore) => restore());
      removed.value = null;
    },
    move(from, to) {
      if (ownFiles.peek().some((file) => file.draft === from)) {
        void open().then((opened) => opened.move(from, to));
      }
    },
  };
}
