import { type FilesModel, filesOf } from '../../core/files.model.ts';
import type { MessengerModel } from '../../core/messenger.model.ts';
import type { OutboxModel } from '../../core/outbox.model.ts';
import { storedErrorOf } from '../../core/storedError.ts';
import type { TicketModel } from './ticket.model.ts';

/** The attachments of the request. */
export interface TicketFiles {
  files: FilesModel;
  attach(files: readonly File[]): void;
  takeScreenshot(): void;
}

export function createTicketFiles(
  { key, change, showError }: TicketModel,
  outbox: OutboxModel,
  messenger: MessengerModel,
): TicketFiles {
  const files = filesOf(outbox.files);
  // Stores the draft, so that its files are assigned to it again after a reload.
  const keep = () => change({});
  return {
    files,
    attach(added) {
      keep();
      files.add(key.peek(), added).catch((cause) => showError(storedErrorOf(cause)));
    },
    takeScreenshot() {
      keep();
      messenger.navigate({ id: 'screenshot', draft: key.peek() });
    },
  };
}
