import { textOfHtml } from '../../ask/htmlText.ts';
import type { ReadItems } from '../../ask/readItems.ts';
import {
  type ActivityType,
  associate,
  CrmObject,
  listActivityIds,
  readActivities,
} from './objects.ts';
import type { HubspotClient } from './request.ts';

const propertiesOf: Record<ActivityType, readonly string[]> = {
  notes: ['hs_note_body', 'hs_timestamp', 'hs_attachment_ids', 'hubspot_owner_id'],
  emails: [
    'hs_email_html',
    'hs_email_text',
    'hs_email_direction',
    'hs_email_status',
    'hs_email_from_email',
    'hs_email_from_firstname',
    'hs_email_from_lastname',
    'hs_email_to_email',
    'hs_email_cc_email',
    'hs_timestamp',
    'hs_attachment_ids',
  ],
};

/** A note or an e-mail of a ticket. */
export interface Activity {
  id: string;
  type: ActivityType;
  text: string;
  properties: CrmObject['properties'];
}

function asActivity(type: ActivityType, { id, properties }: CrmObject): Activity {
  const { hs_note_body, hs_email_html, hs_email_text } = properties;
  const html = type === 'notes' ? hs_note_body : hs_email_html;
  const text = html ? textOfHtml(html).text : (hs_email_text ?? '');
  return { id: `${type} ${id}`, type, text, properties };
}

/** Sorts by time, and then by id, because a time has no more than milliseconds. */
function inOrder(a: Activity, b: Activity): number {
  const [one, other] = [a, b].map(({ properties }) => properties.hs_timestamp ?? '');
  if (one === other) return a.id < b.id ? -1 : 1;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

/**
 * Lists the notes and e-mails of a ticket, oldest first, without those that are known:
 * https://developers.hubspot.com/docs/api-reference/crm-notes-v3/guide,
 * https://developers.hubspot.com/docs/api-reference/crm-emails-v3/guide
 */
export async function listActivities(
  client: HubspotClient,
  ticketId: string,
  isKnown: (id: string) => boolean,
): Promise<ReadItems<Activity>> {
  const all: ReadItems<Activity> = { read: [], unreadable: [] };
  for (const type of ['notes', 'emails'] as const) {
    const ids = await listActivityIds(client, ticketId, type);
    const unknown = ids.filter((id) => !isKnown(`${type} ${id}`));
    const properties = propertiesOf[type];
    const { read, unreadable } = await readActivities(client, type, { ids: unknown, properties });
    all.read.push(...read.map((object) => asActivity(type, object)));
    all.unreadable.push(...unreadable);
  }
  return { ...all, read: all.read.toSorted(inOrder) };
}

interface NewActivity {
  type: ActivityType;
  place: { contacts: string | null; tickets: string };
  properties: Record<string, string>;
  fileIds: readonly string[];
}

/** Adds a note or an e-mail to the timeline of a ticket. HubSpot sends no mail for it. */
export async function addActivity(
  { send }: HubspotClient,
  { type, place, properties, fileIds }: NewActivity,
): Promise<string> {
  const json = {
    properties: {
      hs_timestamp: new Date().toISOString(),
      ...properties,
      ...(fileIds.length > 0 && { hs_attachment_ids: fileIds.join(';') }),
    },
    associations: associate(type, place),
  };
  const { id } = await send(`crm/v3/objects/${type}`, { method: 'POST', json, expects: CrmObject });
  return `${type} ${id}`;
}
