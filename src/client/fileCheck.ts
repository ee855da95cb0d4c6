import type { AttachmentRules } from '../contract/attachment.ts';
import { cleanFileName } from '../contract/fileName.ts';
import { headBytes, isAllowedType, sniffType } from '../contract/fileType.ts';
import type { FileProblem } from '../core/attachedFile.ts';
import { withoutMetadata } from './imageMetadata/index.ts';

export type CheckedFile = { type: string; blob: Blob } | { reason: FileProblem };

/**
 * Prepares a file to leave the device. Its type is taken from its content, and location and camera
 * data of pictures and videos are removed. It is read completely, so that the chosen content is
 * sent, even if the file is changed, moved or deleted before its upload. The backend checks it
 * again.
 */
export async function checkFile(file: File, rules: AttachmentRules): Promise<CheckedFile> {
  if (file.size > rules.max_bytes) return { reason: 'size' };
  try {
    const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
    if (head.length === 0) return { reason: 'empty' };
    const type = sniffType(head, cleanFileName(file.name));
    if (type === null || !isAllowedType(type, rules.types)) return { reason: 'type' };
    return { type, blob: await withoutMetadata(file, type) };
  } catch {
    return { reason: 'unreadable' }; // a folder, a file that was moved, or a damaged picture
  }
}
