import * as z from 'zod/mini';
import { type DeskFile, type DeskFileRef, DeskRejection } from '../../ask/desk.ts';
import type { Endpoint } from '../../ask/provider.ts';
import { errorTypeOf, failure, sendRequest } from '../../ask/requestJson.ts';
import type { LinearClient } from './request.ts';

const Prepared = z.object({
  fileUpload: z.object({
    uploadFile: z.nullable(
      z.object({
        uploadUrl: z.string(),
        assetUrl: z.string(),
        headers: z.array(z.object({ key: z.string(), value: z.string() })),
      }),
    ),
  }),
});

const prepareMutation = `mutation($contentType: String!, $filename: String!, $size: Int!) {
  fileUpload(contentType: $contentType, filename: $filename, size: $size) {
    uploadFile { uploadUrl assetUrl headers { key value } }
  }
}`;

/**
 * Uploads files to the storage of Linear. Returns a line of Markdown for each one, and the names of
 * those that are not accepted: https://linear.app/developers/how-to-upload-a-file-to-linear
 */
export async function uploadFiles(
  request: LinearClient,
  endpoint: Endpoint,
  files: readonly DeskFile[],
): Promise<{ lines: string[]; rejectedNames: string[] }> {
  const lines: string[] = [];
  const rejectedNames: string[] = [];
  for (const { name, type, content } of files) {
    try {
      const variables = { contentType: type, filename: name, size: content.byteLength };
      const { uploadFile } = (await request(prepareMutation, variables, Prepared)).fileUpload;
      if (uploadFile === null) throw new DeskRejection('The upload was not prepared.');
      const uploadHeaders = uploadFile.headers.map(({ key, value }): [string, string] => [
        key,
        value,
      ]);
      const response = await sendRequest(endpoint, uploadFile.uploadUrl, {
        method: 'PUT',
        headers: {
          'Content-Type': type,
          'Cache-Control': 'public, max-age=31536000',
          ...Object.fromEntries(uploadHeaders),
        },
        body: new Uint8Array(content),
      });
      const problem = errorTypeOf(response);
      if (problem !== undefined) throw failure(problem, response);
      const label = name.replaceAll(/[[\]]/g, '');
      lines.push(`${type.startsWith('image/') ? '!' : ''}[${label}](${uploadFile.assetUrl})`);
    } catch (error) {
      if (!(error instanceof DeskRejection)) throw error;
      rejectedNames.push(name);
    }
  }
  return { lines, rejectedNames };
}

/**
 * Separates a text from the files in it, which are links to the storage of Linear:
 * https://linear.app/developers/file-storage-authentication
 */
export function separateFiles(
  body: string,
  origin: string,
): { text: string; files: DeskFileRef[] } {
  const files: DeskFileRef[] = [];
  const link = /(!?)\[([^\]]*)\]\((\S+?)\)/g;
  const text = body.replaceAll(link, (whole, picture: string, name: string, url: string) => {
    if (!URL.canParse(url) || new URL(url).origin !== origin) return whole;
    files.push({ name: name || 'file', url, size: undefined });
    return picture === '' ? name : '';
  });
  return { text: text.trim(), files };
}
