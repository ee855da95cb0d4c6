import * as z from 'zod/mini';
import { Rejection } from './faults.ts';

export const apiKey = 'lin_api_1';
export const teamId = 'b0c1d2e3-0000-4000-8000-000000000001';
export const webhookSecret = 'lin_wh_secret';
export const states = [
  { id: 'done', type: 'completed', position: 3 },
  { id: 'doing', type: 'started', position: 2 },
  { id: 'todo', type: 'unstarted', position: 1 },
  { id: 'backlog', type: 'backlog', position: 0 },
];

const uuid = z.uuidv4();
export const Variables = {
  issueCreate: z.object({
    input: z.strictObject({
      id: uuid,
      teamId: z.literal(teamId),
      title: z.string().check(z.minLength(1)),
      description: z.string(),
      priority: z.int().check(z.gte(0), z.lte(4)),
    }),
  }),
  commentCreate: z.object({
    input: z.strictObject({
      id: uuid,
      issueId: z.string(),
      body: z.string().check(z.minLength(1)),
      doNotSubscribeToIssue: z.boolean(),
    }),
  }),
  issueUpdate: z.object({ id: z.string(), stateId: z.enum(['done', 'doing', 'todo', 'backlog']) }),
  changes: z.object({
    team: z.literal(teamId),
    since: z.iso.datetime(),
    after: z.nullable(z.string()),
  }),
  fileUpload: z.object({ contentType: z.string(), filename: z.string(), size: z.int() }),
};

export interface LinearComment {
  id: string;
  body: string;
  createdAt: string;
  user: { name: string };
}
export interface LinearIssue {
  id: string;
  identifier: string;
  url: string;
  title: string;
  description: string;
  priority: number;
  trashed: boolean | null;
  stateId: string;
  comments: LinearComment[];
}

/** Errors have status 200, like most of Linear. */
export const invalid = (message: string) =>
  new Rejection(200, {
    data: null,
    errors: [{ message, extensions: { type: 'invalid input', userPresentableMessage: message } }],
  });
