import { randomBytes } from 'node:crypto';
import { type Attachments, openAttachments } from '../attachments/attachments.ts';
import type { ServerEnvironment } from './environment.ts';

/** Opens the files for commands: they create no links, so any secret works. */
export function openFiles({ attachmentDir, s3 }: ServerEnvironment): Promise<Attachments> {
  const attachmentSecret = randomBytes(32).toString('base64url');
  return openAttachments(attachmentDir, { s3, attachmentSecret }, true);
}
