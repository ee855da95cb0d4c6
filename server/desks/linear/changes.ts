import * as z from 'zod/mini';
import { readItems } from '../../ask/readItems.ts';
import { PageInfo } from './issues.ts';
import type { LinearClient } from './request.ts';

const issuesQuery = `query($team: ID!, $since: DateTimeOrDuration!, $after: String) {
  changed: issues(
    filter: { team: { id: { eq: $team } }, updatedAt: { gt: $since } }
    includeArchived: true, first: 100, after: $after, orderBy: updatedAt
  ) { nodes { id } pageInfo { hasNextPage endCursor } }
}`;
const commentsQuery = `query($team: ID!, $since: DateTimeOrDuration!, $after: String) {
  changed: comments(
    filter: { issue: { team: { id: { eq: $team } } }, updatedAt: { gt: $since } }
    first: 100, after: $after, orderBy: updatedAt
  ) { nodes { issue { id } } pageInfo { hasNextPage endCursor } }
}`;
const Ref = z.object({ id: z.string() });
const Node = z.union([Ref, z.object({ issue: z.nullable(Ref) })]);
const Changes = z.object({
  changed: z.object({ nodes: z.array(z.unknown()), pageInfo: PageInfo }),
});
const maxPages = 50;

/**
 * Returns the issues of a team that changed since a time, or that have a new comment:
 * https://linear.app/developers/filtering, https://linear.app/developers/pagination
 */
export async function changedIssues(
  request: LinearClient,
  team: string,
  time: Date,
): Promise<string[]> {
  const ids = new Set<string>();
  for (const query of [issuesQuery, commentsQuery]) {
    let after: string | null = null;
    for (let page = 0; page < maxPages; page += 1) {
      const { changed }: z.infer<typeof Changes> = await request(
        query,
        { team, since: time.toISOString(), after },
        Changes,
      );
      for (const node of readItems(changed.nodes, Node, 'issue').read) {
        const issue = 'id' in node ? node : node.issue;
        if (issue !== null) ids.add(issue.id);
      }
      after = changed.pageInfo.endCursor;
      if (!changed.pageInfo.hasNextPage) break;
    }
  }
  return [...ids];
}
