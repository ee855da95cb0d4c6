import * as z from 'zod/mini';
import { Rejection } from './faults.ts';

export const apiKey = 'fd-key-1';
export const webhookSecret = 'fd-webhook-secret';
export const agentId = 700;
export const oneOf = (...values: number[]) =>
  z.pipe(z.coerce.number(), z.number().check(z.refine((value) => values.includes(value))));

export const NewTicket = z.strictObject({
  email: z.email(),
  name: z.optional(z.string()),
  subject: z.string().check(z.minLength(1)),
  description: z.string().check(z.minLength(1)),
  status: oneOf(2, 3, 4, 5),
  priority: oneOf(1, 2, 3, 4),
  source: oneOf(1, 2, 3, 7, 9, 10),
  tags: z.array(z.string().check(z.minLength(1), z.maxLength(32))).check(z.maxLength(30)),
});
const flag = z.union([z.boolean(), z.stringbool()]);
export const NewNote = z.strictObject({
  body: z.string().check(z.minLength(1)),
  private: flag,
  incoming: z.optional(flag),
  user_id: z.optional(z.coerce.number()),
});

export interface FreshdeskFile {
  name: string;
  size: number;
  attachment_url: string;
}
export interface FreshdeskNote {
  id: number;
  body_text: string;
  user_id: number;
  incoming: boolean;
  private: boolean;
  source: number;
  attachments: FreshdeskFile[];
}
export interface FreshdeskTicket {
  id: number;
  status: number;
  priority: number;
  subject: string;
  email: string;
  requester_id: number;
  tags: string[];
  deleted: boolean;
  description_text: string;
  attachments: FreshdeskFile[];
  notes: FreshdeskNote[];
}

export const invalid = (error: unknown) =>
  new Rejection(400, {
    description: 'Validation failed',
    errors: [{ field: 'request', message: String(error), code: 'invalid_value' }],
  });
export const textOf = (html: string) =>
  html
    .replaceAll('<br>', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
