import * as z from 'zod/mini';
import type { TicketStatus } from '../../../src/contract/ticket.ts';
import { DeskTicketGone } from '../../ask/desk.ts';
import { readItems } from '../../ask/readItems.ts';
import type { LinearClient } from './request.ts';

export const Issue = z.object({
  id: z.string(),
  identifier: z.string(),
  url: z.string(),
  trashed: z.nullable(z.boolean()),
  state: z.object({ type: z.string() }),
});
export type Issue = z.infer<typeof Issue>;

const Comment = z.object({
  id: z.string(),
  body: z.string(),
  createdAt: z.string(),
  user: z.nullable(z.object({ name: z.string() })),
});
export type Comment = z.infer<typeof Comment>;

export const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.nullable(z.string()) });
const nodesOf = <T extends z.ZodMiniType>(node: T) => z.object({ nodes: z.array(node) });
const fields = 'id identifier url trashed state { type }';

const findQuery = `query($id: ID!) {
  issues(filter: { id: { eq: $id } }, includeArchived: true, first: 1) { nodes { ${fields} } }
}`;
const FoundIssues = z.object({ issues: nodesOf(Issue) });

/** Finds an issue by its id. Returns undefined if it does not exist, or was deleted. */
export async function findIssue(request: LinearClient, id: string): Promise<Issue | undefined> {
  const { issues } = await request(findQuery, { id }, FoundIssues);
  const [issue] = issues.nodes;
  return issue?.trashed ? undefined : issue;
}

const readQuery = `query($id: ID!, $after: String) {
  issues(filter: { id: { eq: $id } }, includeArchived: true, first: 1) {
    nodes {
      ${fields}
      comments(first: 100, after: $after) {
        nodes { id body createdAt user { name } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;
const Listed = z.object({
  issues: nodesOf(
    z.extend(Issue, {
      comments: z.object({ nodes: z.array(z.unknown()), pageInfo: PageInfo }),
    }),
  ),
});
const maxPages = 50;

/** Reads an issue with its comments, oldest first. @throws DeskTicketGone if it was deleted */
export async function readIssue(request: LinearClient, id: string) {
  const nodes: unknown[] = [];
  let after: string | null = null;
  for (let page = 0; ; page += 1) {
    const read: z.infer<typeof Listed> = await request(readQuery, { id, after }, Listed);
    const [issue] = read.issues.nodes;
    if (issue === undefined || issue.trashed) throw new DeskTicketGone();
    const { nodes: some, pageInfo } = issue.comments;
    nodes.push(...some);
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage || page === maxPages) {
      const { read, unreadable } = readItems(nodes, Comment, 'comment');
      const comments = read.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
      return { issue, comments, unreadable };
    }
  }
}

/** The types of workflow states: https://linear.app/developers/graphql */
const closedTypes = ['completed', 'canceled', 'duplicate'];

/**
 * Returns our status for a state. Linear does not know whether a request waits for the customer, so
 * while an issue is open, our own status stays.
 */
export function ownStatus({ state }: Issue, agreed: TicketStatus | null): TicketStatus {
  if (closedTypes.includes(state.type)) return 'resolved';
  if (agreed === null || agreed === 'resolved') return 'open';
  return agreed === 'new' && state.type === 'started' ? 'open' : agreed;
}

const statesQuery = `query($id: ID!) {
  issues(filter: { id: { eq: $id } }, includeArchived: true, first: 1) {
    nodes { ${fields} team { states(first: 100) { nodes { id type position } } } }
  }
}`;
const State = z.object({ id: z.string(), type: z.string(), position: z.number() });
const WithStates = z.object({
  issues: nodesOf(z.extend(Issue, { team: z.object({ states: nodesOf(State) }) })),
});
const changeStateMutation = `mutation($id: String!, $stateId: String!) {
  issueUpdate(id: $id, input: { stateId: $stateId }) { success }
}`;
const Changed = z.object({ issueUpdate: z.object({ success: z.literal(true) }) });

/** Completes an issue, or opens a closed one again, in the first matching state of its team. */
export async function changeState(
  request: LinearClient,
  id: string,
  status: TicketStatus,
): Promise<void> {
  const [issue] = (await request(statesQuery, { id }, WithStates)).issues.nodes;
  if (issue === undefined || issue.trashed) throw new DeskTicketGone();
  const isClosed = closedTypes.includes(issue.state.type);
  if (isClosed === (status === 'resolved')) return;
  const stateTypes = status === 'resolved' ? ['completed'] : ['unstarted', 'backlog', 'started'];
  const inOrder = issue.team.states.nodes.toSorted((a, b) => a.position - b.position);
  const state = stateTypes.flatMap((type) => inOrder.find((one) => one.type === type) ?? [])[0];
  if (state !== undefined) await request(changeStateMutation, { id, stateId: state.id }, Changed);
}
