import * as z from 'zod/mini';
import { type ReadItems, readItems } from '../../ask/readItems.ts';
import type { HubspotClient } from './request.ts';

/** An object of the CRM. All values are text: https://developers.hubspot.com/docs/api-reference/crm-understanding-the-crm */
export const CrmObject = z.object({
  id: z.string(),
  properties: z.record(z.string(), z.nullable(z.string())),
});
export type CrmObject = z.infer<typeof CrmObject>;

export type ActivityType = 'notes' | 'emails';

/** Kinds of associations: https://developers.hubspot.com/docs/api-reference/crm-associations-v4/guide */
const associationTypes = {
  tickets: { contacts: 16 },
  notes: { tickets: 228, contacts: 202 },
  emails: { tickets: 224, contacts: 198 },
};

/** Returns the associations of a new ticket or activity. */
export function associate(
  from: keyof typeof associationTypes,
  to: { contacts: string | null; tickets?: string },
) {
  return Object.entries(associationTypes[from]).flatMap(([target, associationTypeId]) => {
    const id = target === 'contacts' ? to.contacts : to.tickets;
    if (!id) return [];
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId }];
    return [{ to: { id }, types }];
  });
}

const Paging = z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) }));
const Associated = z.object({ toObjectId: z.union([z.string(), z.number()]) });
const Associations = z.object({ results: z.array(z.unknown()), paging: Paging });
const maxPages = 50;

/** Returns the ids of the notes or e-mails of a ticket. */
export async function listActivityIds(
  { send }: HubspotClient,
  ticketId: string,
  type: ActivityType,
): Promise<string[]> {
  const ids: string[] = [];
  let after = '';
  for (let page = 0; page < maxPages; page += 1) {
    const query = `limit=500${after && `&after=${encodeURIComponent(after)}`}`;
    const path = `crm/v4/objects/tickets/${ticketId}/associations/${type}?${query}`;
    const { results, paging } = await send(path, { expects: Associations });
    const { read } = readItems(results, Associated, type);
    ids.push(...read.map(({ toObjectId }) => String(toObjectId)));
    after = paging?.next?.after ?? '';
    if (after === '') break;
  }
  return ids;
}

const Results = z.object({ results: z.array(z.unknown()) });
const maxBatch = 100;

/** Reads notes or e-mails by their ids. */
export async function readActivities(
  { send }: HubspotClient,
  type: ActivityType,
  { ids, properties }: { ids: readonly string[]; properties: readonly string[] },
): Promise<ReadItems<CrmObject>> {
  const all: unknown[] = [];
  for (let start = 0; start < ids.length; start += maxBatch) {
    const inputs = ids.slice(start, start + maxBatch).map((id) => ({ id }));
    const json = { inputs, properties, propertiesWithHistory: [] };
    const path = `crm/v3/objects/${type}/batch/read`;
    all.push(...(await send(path, { method: 'POST', json, expects: Results })).results);
  }
  return readItems(all, CrmObject, type === 'notes' ? 'note' : 'e-mail');
}

const Found = z.object({ results: z.array(z.unknown()), paging: Paging });
const Id = z.object({ id: z.string() });

/**
 * Returns the ids of objects that changed since a time. The search returns at most 10,000, and is
 * some seconds behind: https://developers.hubspot.com/docs/api-reference/search/guide
 */
export async function searchChanged(
  { send }: HubspotClient,
  type: ActivityType | 'tickets',
  time: Date,
): Promise<string[]> {
  const propertyName = 'hs_lastmodifieddate';
  const filter = { propertyName, operator: 'GTE', value: String(time.getTime()) };
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const json = {
      filterGroups: [{ filters: [filter] }],
      sorts: [{ propertyName, direction: 'ASCENDING' }],
      properties: [propertyName],
      limit: 200,
      ...(after !== undefined && { after }),
    };
    const path = `crm/v3/objects/${type}/search`;
    const { results, paging } = await send(path, { method: 'POST', json, expects: Found });
    ids.push(...readItems(results, Id, type).read.map(({ id }) => id));
    after = paging?.next?.after;
    if (after === undefined) break;
  }
  return ids;
}
