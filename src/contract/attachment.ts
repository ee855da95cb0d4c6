import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { text } from './text.ts';

/**
 * A stored file. `url` is relative to the base URL (this package's client makes it absolute), so
 * that it works behind any proxy. It needs no key, cannot be guessed, and expires after an hour;
 * read the ticket again for a new one. The response is a download and is never displayed as a page.
 */
export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  /** Media type of the content, whatever the name says. */
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  url: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Ids of uploaded files for a request or reply. Each can be used once. */
export const attachmentIds = z
  .array(text(limits.id))
  .check(
    z.maxLength(limits.attachments, { error: `Must be at most ${limits.attachments} files.` }),
  );

/**
 * The files that visitors of a tenant can attach. `types`: media types; `image/*` allows all
 * images.
 */
export const AttachmentRules = z.object({
  max_files: z.int(),
  max_bytes: z.int(),
  types: z.array(z.string()),
});
export type AttachmentRules = z.infer<typeof AttachmentRules>;

/**
 * Path of an attachment's `url`, relative to the base URL, with the parameters `expires` and
 * `signature`.
 */
export const attachmentPath = 'support/attachments/{id}';

/**
 * Uploads a file. Its media type by content, size and count are checked. A file that is not sent
 * with a request within a day is deleted.
 */
export const uploadAttachment = {
  method: 'POST',
  path: 'support/attachments',
  access: 'visitor',
  idempotent: true,
  upload: true,
  reply: Attachment,
} as const satisfies Endpoint;
