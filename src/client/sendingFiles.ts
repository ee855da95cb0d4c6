import type { AttachedFile } from '../core/attachedFile.ts';
import type { Files } from '../core/ports.ts';
import type { FileShelf, StoredFile } from './fileShelf.ts';

export interface FilesParts {
  shelf: FileShelf;
  /** Returns the visitor that uploads files chosen now. */
  visitorId(): string;
  /** Uploads a file, with the retries of the client. Resolves to the attachment's id. */
  send(
    file: StoredFile,
    watch: { onProgress: (share: number) => void; signal: AbortSignal },
  ): Promise<string>;
  onChange(files: readonly AttachedFile[]): void;
  now?(): number;
}

/** The part of the file store that the outbox uses. */
export interface SendingFiles extends Files {
  /**
   * Uploads files that are not uploaded yet. Resolves to the attachments' ids. `isRepeat`: the
   * request was tried before, so its files must not change.
   *
   * @throws ValidationError `FILE_GONE` if a file is no longer on the device
   */
  attachmentsOf(
    ids: readonly string[],
    sender: { visitorId: string; isRepeat: boolean },
  ): Promise<string[]>;
  adopt(owner: string, heir: string): Promise<void>;
  wipe(owner: string): Promise<void>;
  destroy(): void;
}
