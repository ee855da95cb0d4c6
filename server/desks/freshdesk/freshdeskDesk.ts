import * as z from 'zod/mini';
import type { TicketStatus } from '../../../src/contract/ticket.ts';
import {
  type Desk,
  type DeskFile,
  DeskRejection,
  type DeskTicket,
  DeskTicketGone,
  type OutgoingMessage,
  type OutgoingTicket,
} from '../../ask/desk.ts';
import { downloadFile } from '../../ask/download.ts';
import { basic, type Endpoint } from '../../ask/provider.ts';
import { readItems } from '../../ask/readItems.ts';
import { comparable, factLines, htmlOf, textFor } from '../text.ts';
import { Conversation, listConversations, messagesOf } from './conversations.ts';
import { type FreshdeskCredentials, freshdeskClient, listAll } from './request.ts';
import { ownStatus, priorities, statuses, Ticket, TicketRef, theirStatus } from './tickets.ts';

/** The number of Freshdesk for tickets from a feedback widget. */
const feedbackWidgetSource = 9;
const maxTagLength = 32;
const maxTags = 30;

const namesOf = ({ files }: OutgoingMessage) => files.map(({ name }) => name);
/** A tag that marks the ticket of a request: its id without dashes has the maximum length. */
const markOf = (id: string) => id.replaceAll('-', '');

/**
 * Freshdesk as the help desk: https://developers.freshdesk.com/api/
 * It has neither idempotency keys nor metadata. So a tag marks our tickets, and a message whose
 * response is missing is recognized by its text among those that are not known yet.
 */
export function freshdeskDesk(credentials: FreshdeskCredentials, endpoint: Endpoint): Desk {
  const client = freshdeskClient(credentials, endpoint);
  const ticketAt = (id: string | number) => client.get(`api/v2/tickets/${id}`, Ticket);

  const asDeskTicket = ({ id, requester_id }: Ticket): DeskTicket => ({
    id: String(id),
    number: `#${id}`,
    url: `${endpoint.baseUrl}/a/tickets/${id}`,
    customerId: String(requester_id),
  });

  /**
   * Finds our ticket in the list, which is up to date at once, unlike the search. The list may not
   * contain the tags, so that each candidate is read.
   */
  async function findByMark({ id, subject, customer }: OutgoingTicket) {
    const query = `email=${encodeURIComponent(customer.email)}&order_by=created_at&order_type=desc`;
    const listed = await client.get(`api/v2/tickets?${query}`, z.array(z.unknown()));
    const { read } = readItems(listed, Ticket, 'ticket');
    for (const candidate of read.filter((one) => one.subject === subject)) {
      const ticket = await ticketAt(candidate.id);
      if (ticket.tags?.includes(markOf(id))) return ticket;
    }
    return undefined;
  }

  /** Posts with files. If they are not accepted, posts without them and names them. */
  async function postWithFiles<T>(
    message: OutgoingMessage,
    post: (html: string, files: readonly DeskFile[]) => Promise<T>,
  ): Promise<T> {
    const { files } = message;
    try {
      return await post(htmlOf(textFor(message)), files);
    } catch (error) {
      if (!(error instanceof DeskRejection) || files.length === 0) throw error;
      return post(htmlOf(textFor(message, { rejectedNames: namesOf(message) })), []);
    }
  }

  function createTicket({ id, subject, customer, priority, tags, first }: OutgoingTicket) {
    const ownTags = tags.map((tag) => tag.slice(0, maxTagLength)).slice(0, maxTags - 1);
    return postWithFiles(first, (description, files) =>
      client.post(
        'api/v2/tickets',
        {
          email: customer.email,
          ...(customer.name !== null && { name: customer.name }),
          subject,
          description,
          status: statuses.open,
          priority: priorities[priority],
          source: feedbackWidgetSource,
          tags: [...ownTags, markOf(id)],
        },
        files,
        Ticket,
      ),
    );
  }

  const addNote = (
    ticketId: string | number,
    note: { body: string; private: boolean; incoming?: boolean; user_id?: number },
    files: readonly DeskFile[] = [],
  ) => client.post(`api/v2/tickets/${ticketId}/notes`, note, files, Conversation);

  async function addFacts({ id }: Ticket, outgoing: OutgoingTicket, isFound: boolean) {
    const text = factLines(outgoing);
    const conversations = isFound ? (await listConversations(client, String(id))).read : [];
    const found = conversations.find(
      ({ body_text }) => comparable(body_text ?? '') === comparable(text),
    );
    return String((found ?? (await addNote(id, { body: htmlOf(text), private: true }))).id);
  }

  async function setStatus(id: string, status: TicketStatus): Promise<void> {
    const newStatus = theirStatus[status];
    const ticket = await ticketAt(id);
    const isDone = ticket.status === statuses.closed && newStatus === statuses.resolved;
    if (ticket.status === newStatus || isDone) return;
    await client.put(`api/v2/tickets/${id}`, { status: newStatus }, Ticket);
  }

  return {
    marksMessages: false,

    async create(outgoing, isRepeated) {
      const found = isRepeated ? await findByMark(outgoing) : undefined;
      const ticket = found ?? (await createTicket(outgoing));
      const factsId = await addFacts(ticket, outgoing, found !== undefined);
      return { ticket: asDeskTicket(ticket), messageId: null, factsId };
    },

    /** Adds notes, because Freshdesk mails replies to the customer, who gets our mail already. */
    async reply(ticket, message, { status, isRepeated, isKnown }) {
      const isCustomer = message.author === 'visitor';
      const conversations = isRepeated ? (await listConversations(client, ticket.id)).read : [];
      const text = comparable(textFor(message));
      const found = conversations.find(
        (one) =>
          !isKnown(String(one.id)) &&
          comparable(one.body_text ?? '') === text &&
          (one.incoming ?? false) === isCustomer,
      );
      const about = {
        private: message.isInternal,
        incoming: isCustomer,
        ...(isCustomer && { user_id: Number(ticket.customerId) }),
      };
      const { id } =
        found ??
        (await postWithFiles(message, (body, files) =>
          addNote(ticket.id, { body, ...about }, files),
        ));
      if (!message.isInternal) await setStatus(ticket.id, status);
      return { messageId: String(id) };
    },

    setStatus: ({ id }, status) => setStatus(id, status),

    async read({ id }, agreed) {
      const ticket = await ticketAt(id);
      if (ticket.deleted) throw new DeskTicketGone();
      const { read, unreadable } = await listConversations(client, id);
      return {
        status: ownStatus(ticket.status, agreed),
        messages: await messagesOf(client, read),
        unreadable,
      };
    },

    download: ({ url }, maxBytes) =>
      downloadFile(endpoint, { url, headers: basic(credentials.api_key, 'X'), maxBytes }),

    async changedSince(time) {
      const since = encodeURIComponent(`${time.toISOString().slice(0, 19)}Z`);
      const path = `api/v2/tickets?updated_since=${since}&order_by=updated_at`;
      const changed = await listAll(client, path, { item: TicketRef, kind: 'ticket' });
      return changed.read.map(({ id }) => String(id));
    },
  };
}
