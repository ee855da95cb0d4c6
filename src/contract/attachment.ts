import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { text } from './text.ts';

/**
 * A stored file. `url` is relative to the base URL (the client of this package makes it absolute),
 * so that it holds behind any proxy. It needs no key, cannot be guessed, and ends after an hour:
 * read the ticket again. The response is a download, never shown in the page.
 */
export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  /** Media type as found in its content, not as its name says. */
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  url: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

/** Ids of uploaded files that go with a request or a reply; each may be used once. */
export const attachmentIds = z
  .array(text(limits.id))
  .check(
    z.maxLength(limits.attachments, { error: `Must be at most ${limits.attachments} files.` }),
  );

/**
 * The files that a tenant lets visitors attach. `types` are media types, `image/*` for all of a
 * kind.
 */
export const AttachmentRules = z.object({
  max_files: z.int(),
  max_bytes: z.int(),
  types: z.array(z.string()),
});
export type AttachmentRules = z.infer<typeof AttachmentRules>;

/**
 * Target of the `url` of an attachment, relative to the base URL; it takes `expires` and
 * `signature`.
 */
export const attachmentPath = 'support/attachments/{id}';

/** Media type by content, size and count are checked; what is not sent with a request within a day is deleted. */
export const uploadAttachment = {
  method: 'POST',
  path: 'support/attachments',
  access: 'visitor',
  idempotent: true,
  upload: true,
  reply: Attachment,
} as const satisfies Endpoint;
