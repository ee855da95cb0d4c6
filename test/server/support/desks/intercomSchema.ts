import * as z from 'zod/mini';
import { textOfHtml } from '../../../../server/ask/htmlText.ts';
import { Rejection } from './faults.ts';

export const accessToken = 'ic-token-1';
export const clientSecret = 'ic-client-secret';
export const adminId = '814860';

const text = z.string().check(z.minLength(1));
export const NewContact = z.strictObject({
  role: z.enum(['user', 'lead']),
  email: z.email(),
  name: z.optional(text),
});
export const ContactSearch = z.strictObject({
  query: z.strictObject({ field: z.literal('email'), operator: z.literal('='), value: z.email() }),
});
export const NewConversation = z.strictObject({
  from: z.strictObject({ type: z.enum(['lead', 'user', 'contact']), id: text }),
  body: text,
});
const attachment_files = z.optional(
  z
    .array(z.strictObject({ content_type: text, data: z.base64(), name: text }))
    .check(z.maxLength(10)),
);
export const Reply = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('user'),
    message_type: z.literal('comment'),
    intercom_user_id: text,
    body: text,
    attachment_files,
  }),
  z.strictObject({
    type: z.literal('admin'),
    message_type: z.enum(['comment', 'note']),
    admin_id: z.literal(adminId),
    body: text,
    attachment_files,
  }),
]);
export const Manage = z.union([
  z.strictObject({
    message_type: z.literal('close'),
    type: z.literal('admin'),
    admin_id: z.literal(adminId),
  }),
  z.strictObject({ message_type: z.literal('open'), admin_id: z.literal(adminId) }),
]);
const pagination = z.strictObject({
  per_page: z.int().check(z.lte(150)),
  starting_after: z.optional(z.string()),
});
export const Search = z.union([
  z.strictObject({
    query: z.strictObject({
      field: z.literal('updated_at'),
      operator: z.literal('>'),
      value: z.int(),
    }),
    pagination,
  }),
  z.strictObject({
    query: z.strictObject({
      operator: z.literal('AND'),
      value: z.tuple([
        z.strictObject({ field: z.literal('contact_ids'), operator: z.literal('='), value: text }),
        z.strictObject({ field: z.literal('source.body'), operator: z.literal('~'), value: text }),
      ]),
    }),
    pagination,
  }),
]);

interface IntercomFile {
  type: 'upload';
  name: string;
  url: string;
  content_type: string;
  filesize: number;
}
export interface IntercomPart {
  id: string;
  part_type: string;
  /** HTML. */
  body: string | null;
  author: { type: string; id: string; name: string };
  attachments: IntercomFile[];
}
export interface IntercomConversation {
  id: string;
  state: string;
  contactId: string;
  admin_assignee_id: number | null;
  source: { body: string };
  parts: IntercomPart[];
  isGone: boolean;
}

export const rejected = (status: number, code: string, message: string) =>
  new Rejection(status, { type: 'error.list', request_id: 'r-1', errors: [{ code, message }] });

/** Returns a conversation as Intercom shows it. */
export function shown({ parts, isGone: _, ...one }: IntercomConversation, isPlain: boolean) {
  const conversation_parts = parts.map((part) => ({
    ...part,
    body: part.body !== null && isPlain ? textOfHtml(part.body).text : part.body,
  }));
  return { type: 'conversation', ...one, conversation_parts: { conversation_parts } };
}

export const asHtml = (text: string) =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;
