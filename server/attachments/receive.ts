import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AttachmentRules } from '../../src/contract/attachment.ts';
import { headers } from '../../src/contract/endpoint.ts';
import { cleanFileName } from '../../src/contract/fileName.ts';
import { headBytes, isAllowedType, sniffType } from '../../src/contract/fileType.ts';
import { limits } from '../../src/contract/limits.ts';
import { PenguinMailsError } from '../../src/errors.ts';
import type { MailFile } from '../ask/inboundMail.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { makeFolder } from '../base/makeFolder.ts';
import type { NewAttachment } from '../queries/attachments.ts';

/** A completely received file at `path`. */
export interface ReceivedFile extends NewAttachment {
  /** SHA-256 of its content, in hex. */
  digest: string;
  path: string;
}

/**
 * Receives a file of a mail, like `receiveFile` does for an upload.
 *
 * @throws ValidationError for a file that the tenant does not accept
 */
export async function receiveContent(
  { name: rawName, content, isWhole = false }: Pick<MailFile, 'name' | 'content' | 'isWhole'>,
  rules: AttachmentRules,
  folder: string,
): Promise<ReceivedFile> {
  const path = join(folder, randomUUID());
  const name = cleanFileName(rawName);
  const maxBytes = Math.min(rules.max_bytes, limits.file);
  try {
    const check = isWhole ? () => 'application/octet-stream' : checkType(name, rules);
    const { size, digest, head } = await writeBody([content], path, { maxBytes, check });
    return { name, size, digest, path, type: check(head) };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/**
 * Streams the body of a request into a temporary file, so that it is never completely in memory. A
 * rejected or interrupted upload leaves no file.
 *
 * @throws ValidationError for a file that the tenant does not accept, with a sentence about what to
 * do
 */
export async function receiveFile(
  request: Request,
  rules: AttachmentRules,
  folder: string,
): Promise<ReceivedFile> {
  const name = readName(request);
  const maxBytes = Math.min(rules.max_bytes, limits.file);
  if (Number(request.headers.get('Content-Length')) > maxBytes) throw tooLarge(maxBytes);
  const path = join(folder, randomUUID());
  try {
    const body = request.body ?? [];
    const check = checkType(name, rules);
    const { size, digest, head } = await writeBody(body, path, { maxBytes, check });
    return { name, size, digest, path, type: check(head) };
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof PenguinMailsError ? error : brokenOff(error);
  }
}

async function writeBody(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  path: string,
  { maxBytes, check }: { maxBytes: number; check: (head: Uint8Array) => string },
) {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let size = 0;
  // On hosts without persistent files, the disk is empty for each request.
  makeFolder(dirname(path));
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      if (head.length < headBytes) {
        head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
        // A file can be rejected by its first bytes, without reading the rest.
        if (head.length === headBytes) check(head);
      }
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  if (size === 0) throw invalidFile('This file is empty. Choose one with content.');
  return { size, digest: hash.digest('hex'), head };
}

function readName(request: Request): string {
  const encoded = request.headers.get(headers.fileName);
  if (encoded === null) {
    throw apiErrors.malformed(`Send the file's name, percent-encoded: ${headers.fileName}.`);
  }
  try {
    return cleanFileName(decodeURIComponent(encoded));
  } catch (error) {
    throw apiErrors.malformed(`${headers.fileName} is not correctly percent-encoded.`, error);
  }
}

/**
 * Returns the type of a file by its content.
 * @throws ValidationError for a type that is not accepted
 */
function checkType(name: string, { types }: AttachmentRules) {
  return (head: Uint8Array): string => {
    const type = sniffType(head, name);
    if (type !== null && isAllowedType(type, types)) return type;
    throw invalidFile(
      type === null
        ? 'This file is a program, or its content does not match its name. Send a picture, a PDF, a text file, or a ZIP of it.'
        : `Files of the type ${type} are not accepted. Send one of: ${types.join(', ')}.`,
    );
  };
}

function tooLarge(maxBytes: number): PenguinMailsError {
  const megabytes = maxBytes / 1024 / 1024;
  const size =
    megabytes < 0.1 ? `${Math.floor(maxBytes / 1024)} kB` : `${Math.floor(megabytes * 10) / 10} MB`;
  return invalidFile(`This file is larger than ${size}. Send a smaller one, or a part of it.`);
}

function invalidFile(message: string): PenguinMailsError {
  return apiErrors.invalid([{ field: 'file', message }]);
}

function brokenOff(cause: unknown): PenguinMailsError {
  return apiErrors.malformed('The upload was interrupted. Send the file again.', cause);
}
