import type { AttachmentRules } from '../contract/attachment.ts';
import { cleanFileName } from '../contract/fileName.ts';
import { headSize, isAllowedType, sniffType } from '../contract/fileType.ts';
import type { FileProblem } from '../core/attachedFile.ts';
import { withoutMetadata } from './imageMetadata/index.ts';

export type CheckedFile = { type: string; blob: Blob } | { reason: FileProblem };

/**
 * A file as it may leave the device: its type taken from its content, pictures and videos without the
 * place and camera they were taken with. It is read whole: what the person chose is sent, even if the
 * file is changed, moved or deleted before its upload. The backend checks again.
 */
export async function checkFile(file: File, rules: AttachmentRules): Promise<CheckedFile> {
  if (file.size > rules.max_bytes) return { reason: 'size' };
  try {
    const head = new Uint8Array(await file.slice(0, headSize).arrayBuffer());
    if (head.length === 0) return { reason: 'empty' };
    const type = sniffType(head, cleanFileName(file.name));
    if (type === null || !isAllowedType(type, rules.types)) return { reason: 'type' };
    return { type, blob: await withoutMetadata(file, type) };
  } catch {
    return { reason: 'unreadable' }; // a folder, a file that was moved away, a picture that is broken
  }
}
