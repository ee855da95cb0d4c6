import * as z from 'zod/mini';
import type { TicketStatus } from '../../../src/contract/ticket.ts';
import { type DeskTicket, DeskTicketGone } from '../../ask/desk.ts';
import { type ReadItems, readItems } from '../../ask/readItems.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import { ownMark } from './markdown.ts';
import type { GithubClient } from './request.ts';

const User = z.object({ id: z.number(), login: z.string() });
export const Issue = z.object({
  number: z.number(),
  html_url: z.string(),
  state: z.string(),
  body: z.nullish(z.string()),
  user: z.nullable(User),
  assignees: z.optional(z.array(User)),
});
export type Issue = z.infer<typeof Issue>;

export const Comment = z.object({
  id: z.number(),
  body: z.nullish(z.string()),
  body_html: z.nullish(z.string()),
  user: z.nullable(User),
  author_association: z.string(),
});
export type Comment = z.infer<typeof Comment>;

const Items = z.array(z.unknown());
const pageSize = 100;

/** Reads the pages of a list: https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
async function* pagesOf(request: GithubClient, path: string, maxPages: number) {
  const separator = path.includes('?') ? '&' : '?';
  for (let page = 1; page <= maxPages; page += 1) {
    const query = `${separator}per_page=${pageSize}&page=${page}`;
    const items = await request(path + query, { expects: Items });
    yield items;
    if (items.length < pageSize) return;
  }
}

/** The id of a ticket: repositories number their issues on their own. */
export const idOf = (repository: string, number: number) => `${repository}#${number}`;

export function asDeskTicket(repository: string, { number, html_url }: Issue): DeskTicket {
  const id = idOf(repository, number);
  return { id, number: `#${number}`, url: html_url, customerId: null };
}

/** Returns the path of an issue from the id of its ticket. */
export function pathOf(id: string): string {
  const [repository, number] = id.split('#');
  return `repos/${repository}/issues/${number}`;
}

/**
 * Reads an issue. GitHub answers with 410 for a deleted one, with 301 for a transferred one, and with
 * 404 if the token may not read the repository: https://docs.github.com/rest/issues/issues
 */
export async function readIssue(request: GithubClient, id: string): Promise<Issue> {
  const [repository = ''] = id.split('#');
  try {
    return await request(pathOf(id), { expects: Issue });
  } catch (error) {
    const status = error instanceof IntegrationError ? error.details.status : undefined;
    if (status === 404) await request(`repos/${repository}`, { expects: z.object({}) });
    if ([301, 404, 410].includes(Number(status))) throw new DeskTicketGone();
    throw error;
  }
}

const maxRecentPages = 5;

/** Finds the issue of a request among the newest ones. The list is up to date at once. */
export async function findIssue(
  request: GithubClient,
  repository: string,
  ownId: string,
): Promise<Issue | undefined> {
  const path = `repos/${repository}/issues?state=all&sort=created&direction=desc`;
  for await (const items of pagesOf(request, path, maxRecentPages)) {
    const { read } = readItems(items, Issue, 'issue');
    const found = read.find(({ body }) => ownMark(body) === ownId);
    if (found !== undefined) return found;
  }
  return undefined;
}

const maxPages = 50;

/** Lists the comments of an issue, oldest first: https://docs.github.com/rest/issues/comments */
export async function listComments(request: GithubClient, id: string): Promise<ReadItems<Comment>> {
  const all: unknown[] = [];
  for await (const items of pagesOf(request, `${pathOf(id)}/comments`, maxPages)) {
    all.push(...items);
  }
  return readItems(all, Comment, 'comment');
}

const Numbered = z.object({ number: z.number() });

/** Returns the issues that changed since a time. A comment changes its issue. */
export async function changedIssues(request: GithubClient, repository: string, time: Date) {
  const since = encodeURIComponent(`${time.toISOString().slice(0, 19)}Z`);
  const path = `repos/${repository}/issues?state=all&sort=updated&direction=asc&since=${since}`;
  const ids: string[] = [];
  for await (const items of pagesOf(request, path, maxPages)) {
    const { read } = readItems(items, Numbered, 'issue');
    ids.push(...read.map(({ number }) => idOf(repository, number)));
  }
  return ids;
}

/**
 * Returns our status. GitHub does not know whether a request waits for the customer, so while an issue
 * is open, our own status stays.
 */
export function ownStatus({ state, assignees = [] }: Issue, agreed: TicketStatus | null) {
  if (state === 'closed') return 'resolved';
  if (agreed === null || agreed === 'resolved') return 'open';
  return agreed === 'new' && assignees.length > 0 ? 'open' : agreed;
}

/** Closes an issue, or opens it again. */
export async function changeState(
  request: GithubClient,
  id: string,
  { issue: { state }, status }: { issue: Issue; status: TicketStatus },
): Promise<void> {
  const isClosed = state === 'closed';
  if (isClosed === (status === 'resolved')) return;
  const json = isClosed
    ? { state: 'open', state_reason: 'reopened' }
    : { state: 'closed', state_reason: 'completed' };
  await request(pathOf(id), { method: 'PATCH', json, expects: Issue });
}
