import * as z from 'zod/mini';
import type { Desk, IncomingMessage, OutgoingMessage, OutgoingTicket } from '../../ask/desk.ts';
import { downloadFile } from '../../ask/download.ts';
import { bearer, type Endpoint } from '../../ask/provider.ts';
import { answerIn, customerLine, factLines, textFor, titleFor } from '../text.ts';
import {
  asDeskTicket,
  type Comment,
  changedIssues,
  changeState,
  findIssue,
  Issue,
  listComments,
  ownStatus,
  pathOf,
  readIssue,
} from './issues.ts';
import { ownMark, separateFiles, withMark, withoutEffects } from './markdown.ts';
import { type OpenRepository, openRepository, readRepository } from './repository.ts';
import { type GithubCredentials, githubClient } from './request.ts';

const label = 'support request';
const maxLabelLength = 50;
/** People who can answer for the team. In a public repository, everyone can comment. */
const teamAssociations = ['OWNER', 'MEMBER', 'COLLABORATOR'];
const Created = z.object({ id: z.number() });

/**
 * Issues of GitHub as the help desk. GitHub shows no comments of HTML, so a comment with our id marks
 * issues and comments: https://docs.github.com/rest/issues
 */
export function githubDesk(credentials: GithubCredentials, endpoint: Endpoint): Desk {
  const request = githubClient(credentials, endpoint);
  const isDefaultHost = endpoint.baseUrl === 'https://api.github.com';
  const web = isDefaultHost ? 'https://github.com' : new URL(endpoint.baseUrl).origin;

  /** GitHub accepts no files by its API. */
  const textOf = (message: OutgoingMessage) =>
    withoutEffects(textFor(message, { rejectedNames: message.files.map(({ name }) => name) }));

  /** In a public repository, nothing but the request itself is shown. */
  function factsOf({ customer, facts, priority }: OutgoingTicket, isPublic: boolean) {
    const { Request = '', Category = '' } = facts;
    if (isPublic) return { Request, Category };
    return { Customer: customerLine(customer), Priority: priority, ...facts };
  }

  async function createIssue(outgoing: OutgoingTicket, { name, isPublic }: OpenRepository) {
    const { id, subject, first, tags } = outgoing;
    const facts = withoutEffects(factLines({ facts: factsOf(outgoing, isPublic) }));
    const text = `${textOf(first)}\n\n---\n\n${facts.replaceAll('\n', '\n\n')}`;
    const labels = [label, ...tags.map((tag) => tag.slice(0, maxLabelLength))];
    const json = { title: subject, body: withMark(id, text), labels };
    return request(`repos/${name}/issues`, { method: 'POST', json, expects: Issue });
  }

  function asIncoming(comment: Comment, issue: Issue): IncomingMessage {
    const { id, body, body_html, user, author_association } = comment;
    // Anyone can write such a mark, but only our user wrote the issue.
    const isOwn = user !== null && user.id === issue.user?.id;
    const { text, files } = separateFiles(body ?? '', body_html ?? '', web);
    const answer = teamAssociations.includes(author_association) ? answerIn(text) : undefined;
    return {
      id: String(id),
      ownId: isOwn ? ownMark(body) : undefined,
      author: 'agent',
      authorName: user?.login ?? null,
      isInternal: answer === undefined,
      text: answer ?? text,
      files,
    };
  }

  async function findComment(ticketId: string, issue: Issue, messageId: string) {
    const { read } = await listComments(request, ticketId);
    const messages = read.map((comment) => asIncoming(comment, issue));
    return messages.find(({ ownId }) => ownId === messageId)?.id;
  }

  async function addComment(ticketId: string, message: OutgoingMessage): Promise<string> {
    const text = `**${titleFor(message)}**\n\n${textOf({ ...message, authorName: null })}`;
    const json = { body: withMark(message.id, text) };
    const path = `${pathOf(ticketId)}/comments`;
    return String((await request(path, { method: 'POST', json, expects: Created })).id);
  }

  return {
    marksMessages: true,

    async create(outgoing, isRepeated) {
      const repository = await openRepository(request, credentials);
      const { name } = repository;
      const found = isRepeated ? await findIssue(request, name, outgoing.id) : undefined;
      const issue = found ?? (await createIssue(outgoing, repository));
      return { ticket: asDeskTicket(name, issue), messageId: null };
    },

    async reply({ id }, message, { status, isRepeated }) {
      const [repository] = id.split('#');
      const { isPublic } = await openRepository(request, { ...credentials, repository });
      // A note is for the team only.
      if (isPublic && message.isInternal) return { messageId: null };
      const issue = await readIssue(request, id);
      const found = isRepeated ? await findComment(id, issue, message.id) : undefined;
      const messageId = found ?? (await addComment(id, message));
      if (!message.isInternal) await changeState(request, id, { issue, status });
      return { messageId };
    },

    async setStatus({ id }, status) {
      await changeState(request, id, { issue: await readIssue(request, id), status });
    },

    async read({ id }, agreed) {
      const issue = await readIssue(request, id);
      const { read, unreadable } = await listComments(request, id);
      const messages = read.map((comment) => asIncoming(comment, issue));
      return { status: ownStatus(issue, agreed), messages, unreadable };
    },

    download: ({ url }, maxBytes) => {
      const headers = bearer(credentials.token);
      return downloadFile(endpoint, { url, headers, trusted: [web], maxBytes });
    },

    async changedSince(time) {
      if (credentials.repository === undefined) return [];
      const { name } = await readRepository(request, credentials.repository);
      return changedIssues(request, name, time);
    },
  };
}
