import type { Hono } from 'hono';
import { uploadAgentAttachment } from '../../src/contract/agent.ts';
import { attachmentPath, uploadAttachment } from '../../src/contract/attachment.ts';
import type { Attachments } from '../attachments/attachments.ts';
import { receiveUpload } from '../attachments/upload.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import type { Database } from '../db/db.ts';
import { inScope } from '../db/scope.ts';
import type { Environment, RequestContext } from '../http/envelope.ts';
import type { UploadRoute } from '../http/route.ts';
import { findFile } from '../queries/attachments.ts';

export const uploadAttachmentRoute: UploadRoute = {
  endpoint: uploadAttachment,
  take: receiveUpload,
};
export const uploadAgentAttachmentRoute: UploadRoute = {
  endpoint: uploadAgentAttachment,
  take: receiveUpload,
};

/**
 * The path of files. It is not in the contract's table of endpoints, because the signed address is
 * the permission.
 */
export const fileEndpoint = { method: 'GET', path: attachmentPath } as const;

/** `basePath` ends with a slash. */
export function addFiles(
  app: Hono<Environment>,
  basePath: string,
  { kysely }: Pick<Database, 'kysely'>,
  files: Attachments,
): void {
  app.get(basePath + attachmentPath.replace('{id}', ':id'), async (c) => {
    const id = c.req.param('id') ?? '';
    const { expires = '', signature = '' } = c.req.query();
    const result = files.links.check(id, expires, signature);
    if (result === 'expired') {
      throw apiErrors.permissionDenied('This address has expired. Open the request again.');
    }
    const scope = { actor: 'worker' } as const;
    const file =
      result === 'good' && isUuid(id)
        ? await inScope(kysely, scope, (trx) => findFile(trx, id))
        : undefined;
    if (file === undefined) throw gone();
    return answerFile(c, file, files);
  });
}

async function answerFile(
  c: RequestContext,
  file: { name: string; type: string; size: number; storage_key: string },
  { store }: Attachments,
): Promise<Response> {
  const read = () =>
    store.open(file.storage_key).catch((cause: unknown) => {
      throw apiErrors.unavailable(cause);
    });
  const body = c.req.method === 'HEAD' ? null : await read();
  if (body === undefined) throw gone();
  const remaining = Math.max(0, Number(c.req.query('expires')) - Math.ceil(Date.now() / 1_000));
  return new Response(body, {
    headers: {
      'Content-Type': file.type,
      'Content-Length': String(file.size),
      'Content-Disposition': dispositionOf(savedName(file.name)),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': `private, max-age=${remaining}`,
    },
  });
}

/** Windows opens a device for certain names, whatever their extension is. */
function savedName(name: string): string {
  return name.replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\s*(\.|$))/i, '_$1');
}

/** RFC 6266: programs that do not read the encoded name save under the plain one. */
function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|[\\"%]/gu, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`;
}

/** RFC 8187: `encodeURIComponent` leaves five characters that are not allowed there. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function gone(): Error {
  return apiErrors.notFound('There is no such file. Open the request again.');
}
