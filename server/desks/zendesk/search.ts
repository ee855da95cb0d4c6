import * as z from 'zod/mini';
import type { ZendeskClient } from './request.ts';

const Page = z.object({
  results: z.array(z.object({ id: z.number() })),
  next_page: z.nullable(z.string()),
});

/** The search returns at most 1,000 results, 100 on a page. */
const maxPages = 10;

/**
 * Returns the tickets that changed since a time. The index of the search is some minutes behind:
 * https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/
 */
export async function changedTickets({ send }: ZendeskClient, time: Date): Promise<string[]> {
  const ids: string[] = [];
  const since = `${time.toISOString().slice(0, 19)}Z`;
  const query = encodeURIComponent(`type:ticket updated>=${since}`);
  for (let page = 1; page <= maxPages; page += 1) {
    const path = `api/v2/search.json?query=${query}&sort_by=updated_at&sort_order=asc&page=${page}`;
    const { results, next_page } = await send(path, { expects: Page });
    ids.push(...results.map(({ id }) => String(id)));
    if (next_page === null) break;
  }
  return ids;
}
