import type { ReadonlySignal } from '@preact/signals-core';
import type { SupportContext } from '../../core/context.ts';
import type { FilesModel } from '../../core/files.model.ts';
import { keptErrorOf } from '../../core/keptError.ts';
import type { EntryError } from '../../core/outboxEntry.ts';

/** The attachments of the request. */
export interface TicketFiles {
  /** Null without a backend, because a mail link cannot contain files. */
  files: FilesModel | null;
  attach(files: readonly File[]): void;
  takeScreenshot(): void;
}

/** `keep` stores the draft, so that its files are assigned to it again after a reload. */
export function createTicketFiles(
  { outbox, messenger }: SupportContext,
  key: ReadonlySignal<string>,
  keep: () => void,
  onFailed: (error: EntryError) => void,
): TicketFiles {
  return {
    files: outbox?.files ?? null,
    attach(files) {
      keep();
      outbox?.files.add(key.peek(), files).catch((cause) => onFailed(keptErrorOf(cause)));
    },
    takeScreenshot() {
      keep();
      messenger.navigate({ id: 'screenshot', draft: key.peek() });
    },
  };
}
