import * as z from 'zod/mini';
import { type DeskFile, DeskRejection } from '../../ask/desk.ts';
import type { ZendeskClient } from './request.ts';

const Uploaded = z.object({ upload: z.object({ token: z.string() }) });

/**
 * Uploads files for a comment. Unused tokens expire after 60 minutes. `rejectedNames`: files that
 * Zendesk does not accept because of their size or type:
 * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/#upload-files
 */
export async function uploadFiles(
  { send }: ZendeskClient,
  files: readonly DeskFile[],
): Promise<{ tokens: string[]; rejectedNames: string[] }> {
  const tokens: string[] = [];
  const rejectedNames: string[] = [];
  for (const { name, type, content } of files) {
    try {
      const path = `api/v2/uploads.json?filename=${encodeURIComponent(name)}`;
      const headers = { 'Content-Type': type };
      const request = { method: 'POST', headers, bytes: content, expects: Uploaded } as const;
      tokens.push((await send(path, request)).upload.token);
    } catch (error) {
      if (!(error instanceof DeskRejection)) throw error;
      rejectedNames.push(name);
    }
  }
  return { tokens, rejectedNames };
}
