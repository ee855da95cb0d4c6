import * as z from 'zod/mini';
import { Rejection } from './faults.ts';

export const token = 'github_pat_1';
export const webhookSecret = 'gh-webhook-secret';
/** As GitHub writes it. Addresses can have any case. */
export const fullName = 'Acme/support';
/** The user of the token. */
export const own = { id: 1, login: 'acme-support', type: 'User' };
export const member = { id: 2, login: 'octo', type: 'User' };
export const stranger = { id: 3, login: 'mallory', type: 'User' };

const body = z.string().check(z.minLength(1), z.maxLength(65_536));
export const NewIssue = z.strictObject({
  title: z.string().check(z.minLength(1), z.maxLength(256)),
  body,
  labels: z.array(z.string().check(z.minLength(1), z.maxLength(50))),
});
export const NewComment = z.strictObject({ body });
export const Change = z.union([
  z.strictObject({ state: z.literal('closed'), state_reason: z.literal('completed') }),
  z.strictObject({ state: z.literal('open'), state_reason: z.literal('reopened') }),
]);

export interface GithubComment {
  id: number;
  body: string;
  body_html: string;
  user: typeof own;
  author_association: string;
}
export interface GithubIssue {
  number: number;
  html_url: string;
  title: string;
  body: string;
  state: string;
  state_reason: string | null;
  user: typeof own;
  labels: string[];
  assignees: (typeof own)[];
  comments: GithubComment[];
  isGone: boolean;
}

export const rejected = (status: number, message: string, errors: object[] = []) =>
  new Rejection(status, { message, errors, documentation_url: 'https://docs.github.com/rest' });
