import { uploadAttachment } from '../../src/contract/attachment.ts';
import { headers } from '../../src/contract/endpoint.ts';
import type { BackendResponse } from './answer.ts';
import type { Sender, TestedBackend } from './testedBackend.ts';

/** Uploads a text file. */
export function uploadText(
  backend: TestedBackend,
  sender: Sender,
  body: string | Blob,
  name = 'note.txt',
): Promise<BackendResponse> {
  return backend.call(uploadAttachment, sender, {
    body,
    headers: {
      'Content-Type': 'application/octet-stream',
      [headers.fileName]: encodeURIComponent(name),
    },
  });
}
