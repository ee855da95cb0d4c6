import * as z from 'zod/mini';
import type { Priority } from '../../../src/contract/ticket.ts';
import {
  type Desk,
  DeskRejection,
  type DeskTicket,
  DeskTicketGone,
  type IncomingMessage,
  type OutgoingMessage,
  type OutgoingTicket,
} from '../../ask/desk.ts';
import { downloadFile } from '../../ask/download.ts';
import type { Endpoint } from '../../ask/provider.ts';
import { answerIn, customerLine, factLines, textFor, titleFor } from '../text.ts';
import { changedIssues } from './changes.ts';
import { separateFiles, uploadFiles } from './files.ts';
import { type Comment, changeState, findIssue, Issue, ownStatus, readIssue } from './issues.ts';
import { type LinearCredentials, linearClient, linearHeaders } from './request.ts';

const priorities: Record<Priority, number> = { critical: 1, high: 2, medium: 3, low: 4 };

const createIssueMutation = `mutation($input: IssueCreateInput!) {
  issueCreate(input: $input) { issue { id identifier url trashed state { type } } }
}`;
const Created = z.object({ issueCreate: z.object({ issue: Issue }) });

const createCommentMutation = `mutation($input: CommentCreateInput!) {
  commentCreate(input: $input) { comment { id } }
}`;
const Commented = z.object({
  commentCreate: z.object({ comment: z.object({ id: z.string() }) }),
});

/**
 * Linear as the help desk: a request is an issue of a team. Issues and comments are created with our
 * own ids, so that a repeated attempt cannot create them twice:
 * https://github.com/linear/linear/blob/master/packages/sdk/src/schema.graphql (IssueCreateInput,
 * CommentCreateInput)
 */
export function linearDesk(credentials: LinearCredentials, endpoint: Endpoint): Desk {
  const request = linearClient(credentials, endpoint);
  const isDefaultHost = endpoint.baseUrl === 'https://api.linear.app';
  const storage = isDefaultHost ? 'https://uploads.linear.app' : endpoint.baseUrl;

  const asDeskTicket = ({ id, identifier, url }: Issue): DeskTicket => ({
    id,
    number: identifier,
    url,
    customerId: null,
  });

  async function bodyOf(message: OutgoingMessage): Promise<string> {
    const { lines, rejectedNames } = await uploadFiles(request, endpoint, message.files);
    return [textFor({ ...message, authorName: null }, { rejectedNames }), ...lines].join('\n\n');
  }

  async function descriptionOf({ customer, first, facts }: OutgoingTicket): Promise<string> {
    const lines = factLines({ facts: { Customer: customerLine(customer), ...facts } });
    return `${await bodyOf(first)}\n\n---\n\n${lines.replaceAll('\n', '\n\n')}`;
  }

  function asIncoming({ id, body, user }: Comment): IncomingMessage {
    const answer = answerIn(body);
    return {
      id,
      ownId: undefined,
      author: 'agent',
      authorName: user?.name ?? null,
      isInternal: answer === undefined,
      ...separateFiles(answer ?? body, storage),
    };
  }

  /**
   * Creates an issue. Returns the existing one if its id is rejected, because an earlier attempt can
   * have created it without a response.
   */
  async function issueFor(outgoing: OutgoingTicket, isRepeated: boolean): Promise<Issue> {
    const { id, subject, priority } = outgoing;
    const found = isRepeated ? await findIssue(request, id) : undefined;
    if (found !== undefined) return found;
    const description = await descriptionOf(outgoing);
    const input = { id, teamId: credentials.team_id, title: subject, description };
    const variables = { input: { ...input, priority: priorities[priority] } };
    try {
      return (await request(createIssueMutation, variables, Created)).issueCreate.issue;
    } catch (error) {
      const existing = error instanceof DeskRejection ? await findIssue(request, id) : undefined;
      if (existing === undefined) throw error;
      return existing;
    }
  }

  return {
    marksMessages: true,

    async create(outgoing, isRepeated) {
      const issue = await issueFor(outgoing, isRepeated);
      return { ticket: asDeskTicket(issue), messageId: null };
    },

    async reply(ticket, message, { status, isRepeated }) {
      const { id } = message;
      const isThere = async () =>
        (await readIssue(request, ticket.id)).comments.some((comment) => comment.id === id);
      if (!isRepeated || !(await isThere())) {
        const body = `**${titleFor(message)}**\n\n${await bodyOf(message)}`;
        const input = { id, issueId: ticket.id, body, doNotSubscribeToIssue: true };
        try {
          await request(createCommentMutation, { input }, Commented);
        } catch (error) {
          if (!(error instanceof DeskRejection)) throw error;
          if ((await findIssue(request, ticket.id)) === undefined) throw new DeskTicketGone();
          if (!(await isThere())) throw error;
        }
      }
      if (!message.isInternal) await changeState(request, ticket.id, status);
      return { messageId: id };
    },

    setStatus: ({ id }, status) => changeState(request, id, status),

    async read({ id }, agreed) {
      const { issue, comments, unreadable } = await readIssue(request, id);
      return { status: ownStatus(issue, agreed), messages: comments.map(asIncoming), unreadable };
    },

    download: ({ url }, maxBytes) =>
      downloadFile(endpoint, {
        url,
        headers: linearHeaders(credentials),
        trusted: [storage],
        maxBytes,
      }),

    changedSince: (time) => changedIssues(request, credentials.team_id, time),
  };
}
