import type { TicketStatus } from '../../../src/contract/ticket.ts';
import type { Desk, DeskTicket, OutgoingMessage, OutgoingTicket } from '../../ask/desk.ts';
import { textOfHtml } from '../../ask/htmlText.ts';
import type { Endpoint } from '../../ask/provider.ts';
import { allFactLines, comparable, htmlOf, textFor, titleFor } from '../text.ts';
import { type Activity, addActivity, listActivities } from './activities.ts';
import { changedTickets } from './changes.ts';
import { addressesOf, contactFor } from './contacts.ts';
import { download, uploadFiles } from './files.ts';
import { messagesOf } from './messages.ts';
import { CrmObject } from './objects.ts';
import { type HubspotCredentials, hubspotClient } from './request.ts';
import { listPipelines, ownStatus, stageFor, startOf } from './stages.ts';
import { asDeskTicket, createTicket, findTicket } from './tickets.ts';

interface Place {
  ticketId: string;
  customerId: string | null;
  /** The address of the customer, from which their messages come. */
  email: string | undefined;
  subject: string;
}

const allUnknown = () => false;
/** Returns a text as it can be compared with that of an activity. */
const readable = (text: string) => comparable(textOfHtml(htmlOf(text)).text);

/**
 * Tickets of HubSpot as the help desk. Notes and e-mails have no place for our ids, so a message
 * whose response is missing is recognized by its text among the activities that are not known yet.
 */
export function hubspotDesk(credentials: HubspotCredentials, endpoint: Endpoint): Desk {
  const client = hubspotClient(credentials, endpoint);
  const readTicket = (id: string) =>
    client.send(`crm/v3/objects/tickets/${id}?properties=hs_pipeline_stage`, {
      expects: CrmObject,
    });

  /**
   * Messages of the customer are incoming e-mails, which agents can answer in HubSpot. All others are
   * notes, because their authors have no address.
   */
  function typeOf({ author, isInternal }: OutgoingMessage): Activity['type'] {
    return author === 'visitor' && !isInternal ? 'emails' : 'notes';
  }

  function textIn(message: OutgoingMessage, rejectedNames: readonly string[]): string {
    if (typeOf(message) === 'emails') return textFor(message, { rejectedNames });
    const text = textFor({ ...message, authorName: null }, { rejectedNames });
    return `${titleFor(message)}\n\n${text}`;
  }

  /** `sent`: activities of which one can be this message. */
  async function add(message: OutgoingMessage, place: Place, sent: readonly Activity[]) {
    const type = typeOf(message);
    const expected = readable(textIn(message, []));
    const known = sent.find((one) => one.type === type && comparable(one.text) === expected);
    if (known !== undefined) return known.id;
    const { ids: fileIds, rejectedNames } = await uploadFiles(client, message.files);
    const text = textIn(message, rejectedNames);
    const headers = { from: { email: place.email }, to: [], cc: [], bcc: [] };
    const properties: Record<string, string> =
      type === 'notes'
        ? { hs_note_body: htmlOf(text) }
        : {
            hs_email_direction: 'INCOMING_EMAIL',
            hs_email_subject: place.subject,
            hs_email_html: htmlOf(text),
            hs_email_text: text,
            ...(place.email !== undefined && { hs_email_headers: JSON.stringify(headers) }),
          };
    const { ticketId: tickets, customerId: contacts } = place;
    return addActivity(client, { type, place: { tickets, contacts }, properties, fileIds });
  }

  async function addFacts(outgoing: OutgoingTicket, place: Place, sent: readonly Activity[]) {
    const text = allFactLines(outgoing);
    const known = sent.find((one) => comparable(one.text) === readable(text));
    if (known !== undefined) return known.id;
    const { ticketId: tickets, customerId: contacts } = place;
    const properties = { hs_note_body: htmlOf(text) };
    const at = { tickets, contacts };
    return addActivity(client, { type: 'notes', place: at, properties, fileIds: [] });
  }

  async function setStatus({ id, properties }: CrmObject, status: TicketStatus): Promise<void> {
    const current = properties.hs_pipeline_stage ?? null;
    const hs_pipeline_stage = stageFor(await listPipelines(client), current, status);
    if (hs_pipeline_stage === undefined) return;
    const json = { properties: { hs_pipeline_stage } };
    const path = `crm/v3/objects/tickets/${id}`;
    await client.send(path, { method: 'PATCH', json, expects: CrmObject });
  }

  async function open(outgoing: OutgoingTicket, isRepeated: boolean, contactId: string) {
    const found = isRepeated ? await findTicket(client, outgoing.id) : undefined;
    if (found !== undefined) return { ticket: found, isFound: true };
    const stage = startOf(await listPipelines(client), credentials.pipeline_id);
    return createTicket(client, outgoing, { contactId, stage });
  }

  return {
    marksMessages: false,

    async create(outgoing, isRepeated) {
      const { customer, first, subject } = outgoing;
      const customerId = await contactFor(client, customer);
      const { ticket, isFound } = await open(outgoing, isRepeated, customerId);
      const sent = isFound ? (await listActivities(client, ticket.id, allUnknown)).read : [];
      const place = { ticketId: ticket.id, customerId, email: customer.email, subject };
      const messageId = await add(first, place, sent);
      const factsId = await addFacts(outgoing, place, sent);
      return { ticket: await asDeskTicket(client, ticket, customerId), messageId, factsId };
    },

    async reply({ id, customerId }: DeskTicket, message, { status, isRepeated, isKnown, subject }) {
      // A deleted ticket accepts activities no more, but is only known by its absence.
      const ticket = await readTicket(id);
      const sent = isRepeated ? (await listActivities(client, id, isKnown)).read : [];
      const isMail = typeOf(message) === 'emails';
      const [email] = isMail ? await addressesOf(client, customerId) : [];
      const messageId = await add(message, { ticketId: id, customerId, email, subject }, sent);
      if (!message.isInternal) await setStatus(ticket, status);
      return { messageId };
    },

    setStatus: async ({ id }, status) => setStatus(await readTicket(id), status),

    async read({ id, customerId }, agreed, isKnown) {
      const { properties } = await readTicket(id);
      const stage = properties.hs_pipeline_stage ?? null;
      const { read, unreadable } = await listActivities(client, id, isKnown);
      return {
        status: ownStatus(await listPipelines(client), stage, agreed),
        messages: await messagesOf(client, read, customerId),
        unreadable,
      };
    },

    download: (file, maxBytes) => download(client, file, maxBytes),

    changedSince: (time) => changedTickets(client, time),
  };
}
