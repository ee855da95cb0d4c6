import * as z from 'zod/mini';
import { readItems } from '../../ask/readItems.ts';
import { searchChanged } from './objects.ts';
import type { HubspotClient } from './request.ts';

const Pairs = z.object({ results: z.array(z.unknown()) });
const Pair = z.object({
  to: z.array(z.object({ toObjectId: z.union([z.string(), z.number()]) })),
});
const maxBatch = 500;

/**
 * Returns the tickets that changed since a time, and those with a new note or e-mail, because an
 * activity does not always change its ticket.
 */
export async function changedTickets(client: HubspotClient, time: Date): Promise<string[]> {
  const changed = new Set(await searchChanged(client, 'tickets', time));
  for (const type of ['notes', 'emails'] as const) {
    const ids = await searchChanged(client, type, time);
    for (let start = 0; start < ids.length; start += maxBatch) {
      const inputs = ids.slice(start, start + maxBatch).map((id) => ({ id }));
      const path = `crm/v4/associations/${type}/tickets/batch/read`;
      const { results } = await client.send(path, {
        method: 'POST',
        json: { inputs },
        expects: Pairs,
      });
      for (const { to } of readItems(results, Pair, type).read) {
        for (const { toObjectId } of to) changed.add(String(toObjectId));
      }
    }
  }
  return [...changed];
}
