import * as z from 'zod/mini';
import type { LinearClient } from './request.ts';

const query = `query($team: ID!, $since: DateTimeOrDuration!) {
  issues(
    filter: { team: { id: { eq: $team } }, updatedAt: { gt: $since } }
    includeArchived: true, first: 250, orderBy: updatedAt
  ) { nodes { id } }
  comments(
    filter: { issue: { team: { id: { eq: $team } } }, updatedAt: { gt: $since } }
    first: 250, orderBy: updatedAt
  ) { nodes { issue { id } } }
}`;
const Changes = z.object({
  issues: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
  comments: z.object({
    nodes: z.array(z.object({ issue: z.nullable(z.object({ id: z.string() })) })),
  }),
});

/**
 * Returns the issues of a team that changed since a time, or that have a new comment. The newest
 * 250 of each: https://linear.app/developers/filtering
 */
export async function changedIssues(
  request: LinearClient,
  team: string,
  time: Date,
): Promise<string[]> {
  const { issues, comments } = await request(query, { team, since: time.toISOString() }, Changes);
  return [...issues.nodes, ...comments.nodes.flatMap(({ issue }) => issue ?? [])].map(
    ({ id }) => id,
  );
}
