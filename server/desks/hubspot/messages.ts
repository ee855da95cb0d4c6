import * as z from 'zod/mini';
import type { IncomingMessage } from '../../ask/desk.ts';
import { quoteMark, restMark } from '../../ask/quoteMarks.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import { answerIn } from '../text.ts';
import type { Activity } from './activities.ts';
import { addressesIn, addressesOf } from './contacts.ts';
import { filesOf } from './files.ts';
import type { HubspotClient } from './request.ts';

const Owner = z.object({
  firstName: z.nullish(z.string()),
  lastName: z.nullish(z.string()),
});

/** Returns the name of a user, or null if the token may not read it. */
async function ownerName({ find }: HubspotClient, id: string | null): Promise<string | null> {
  if (!id) return null;
  try {
    const owner = await find(`crm/v3/owners/${id}`, Owner);
    return [owner?.firstName, owner?.lastName].filter(Boolean).join(' ') || null;
  } catch (error) {
    if (error instanceof IntegrationError && error.type === 'authorization_error') return null;
    throw error;
  }
}

/** Mails that were not sent: drafts, scheduled ones, and those that could not be sent. */
function isUnsent({ type, properties }: Activity): boolean {
  if (type === 'notes') return false;
  const { hs_email_direction: direction, hs_email_status: status } = properties;
  const isMail = ['EMAIL', 'INCOMING_EMAIL', 'FORWARDED_EMAIL'].includes(direction ?? '');
  return !isMail || ['SCHEDULED', 'SENDING', 'FAILED'].includes(status ?? '');
}

type Read = Pick<IncomingMessage, 'author' | 'authorName' | 'isInternal' | 'text' | 'mailOf'>;

async function readNote(client: HubspotClient, { text, properties }: Activity): Promise<Read> {
  const plain = text.replaceAll(quoteMark, '').replaceAll(restMark, '');
  const answer = answerIn(plain);
  const authorName = await ownerName(client, properties.hubspot_owner_id ?? null);
  return { author: 'agent', authorName, isInternal: answer === undefined, text: answer ?? plain };
}

/**
 * A mail between an agent and the customer is public. Mails with other people, such as a supplier,
 * and forwarded ones are internal.
 */
function readMail({ text, properties }: Activity, customer: readonly string[]): Read {
  const of = (name: string) => properties[`hs_email_${name}`] ?? '';
  const from = addressesIn(of('from_email'));
  const to = addressesIn(`${of('to_email')};${of('cc_email')}`);
  const isKnown = (addresses: readonly string[]) => addresses.some((one) => customer.includes(one));
  const isFromCustomer = of('direction') === 'INCOMING_EMAIL' && isKnown(from);
  const isToCustomer = of('direction') === 'EMAIL' && isKnown(to);
  const name = [of('from_firstname'), of('from_lastname')].filter(Boolean).join(' ');
  return {
    author: isFromCustomer ? 'visitor' : 'agent',
    authorName: isFromCustomer ? null : name || from[0] || null,
    isInternal: !isFromCustomer && !isToCustomer,
    text,
    mailOf: [...from, ...to],
  };
}

/** Returns notes and e-mails as messages. Mails that were not sent are left out until they are. */
export async function messagesOf(
  client: HubspotClient,
  activities: readonly Activity[],
  customerId: string | null,
): Promise<IncomingMessage[]> {
  const sent = activities.filter((activity) => !isUnsent(activity));
  const hasMails = sent.some(({ type }) => type === 'emails');
  const customer = hasMails ? await addressesOf(client, customerId) : [];
  const messages: IncomingMessage[] = [];
  for (const activity of sent) {
    const isNote = activity.type === 'notes';
    const read = isNote ? await readNote(client, activity) : readMail(activity, customer);
    const files = await filesOf(client, activity.properties.hs_attachment_ids ?? null);
    messages.push({ id: activity.id, ownId: undefined, ...read, files });
  }
  return messages;
}
