import * as z from 'zod/mini';
import { type DeskFile, type DeskFileRef, DeskRejection } from '../../ask/desk.ts';
import { downloadFile } from '../../ask/download.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import type { HubspotClient } from './request.ts';

const Uploaded = z.object({ id: z.string() });
const folderPath = '/support-requests';

/**
 * Uploads files that only signed addresses open. Returns their ids, and the names of those that are
 * not accepted: https://developers.hubspot.com/docs/api-reference/files-files-v3/guide
 */
export async function uploadFiles(
  { send }: HubspotClient,
  files: readonly DeskFile[],
): Promise<{ ids: string[]; rejectedNames: string[] }> {
  const ids: string[] = [];
  const rejectedNames: string[] = [];
  for (const { name, type, content } of files) {
    const multipart = new FormData();
    multipart.append('file', new Blob([new Uint8Array(content)], { type }), name);
    multipart.append('folderPath', folderPath);
    multipart.append('options', JSON.stringify({ access: 'PRIVATE' }));
    try {
      const request = { method: 'POST', multipart, expects: Uploaded } as const;
      ids.push((await send('files/v3/files', request)).id);
    } catch (error) {
      if (!(error instanceof DeskRejection)) throw error;
      rejectedNames.push(name);
    }
  }
  return { ids, rejectedNames };
}

const StoredFile = z.object({
  name: z.nullish(z.string()),
  extension: z.nullish(z.string()),
  size: z.nullish(z.number()),
});

/** Returns the files of an activity. `list`: ids, separated by semicolons. */
export async function filesOf(client: HubspotClient, list: string | null): Promise<DeskFileRef[]> {
  const files: DeskFileRef[] = [];
  for (const id of (list ?? '').split(';').filter((one) => /^\d+$/.test(one))) {
    const { name, extension, size } = (await fileFacts(client, id)) ?? {};
    const named = [name, extension].filter(Boolean).join('.');
    const url = `files/v3/files/${id}/signed-url`;
    files.push({ name: named || `File ${id}`, size: size ?? undefined, url });
  }
  return files;
}

/** Files of mails are hidden, so that reading their names can be forbidden. */
async function fileFacts({ find }: HubspotClient, id: string) {
  try {
    return await find(`files/v3/files/${id}`, StoredFile);
  } catch (error) {
    const isHidden = error instanceof IntegrationError && error.type === 'authorization_error';
    if (isHidden) return undefined;
    throw error;
  }
}

const Signed = z.object({ url: z.string() });

/** Downloads a file from the signed address, which needs no token. */
export async function download(
  { endpoint, send }: HubspotClient,
  { url }: DeskFileRef,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const signed = await send(url, { expects: Signed });
  return downloadFile(endpoint, { url: signed.url, headers: {}, maxBytes });
}
