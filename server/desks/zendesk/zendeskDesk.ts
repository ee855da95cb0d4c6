import {
  type Desk,
  DeskRejection,
  type DeskTicket,
  type OutgoingMessage,
  type OutgoingTicket,
} from '../../ask/desk.ts';
import { downloadFile } from '../../ask/download.ts';
import type { Endpoint } from '../../ask/provider.ts';
import { factLines, textFor } from '../text.ts';
import { commentOf, findOwn, messagesOf, readHistory } from './audits.ts';
import { type ZendeskCredentials, zendeskClient } from './request.ts';
import { changedTickets } from './search.ts';
import { ownStatuses, priorities, type Ticket, theirStatuses, zendeskTickets } from './tickets.ts';
import { uploadFiles } from './uploads.ts';

/**
 * Zendesk Support as the help desk. Follow-up tickets, and metadata that marks our messages (up to
 * 1 kB for each change):
 * https://developer.zendesk.com/documentation/ticketing/managing-tickets/creating-and-updating-tickets
 */
export function zendeskDesk(credentials: ZendeskCredentials, endpoint: Endpoint): Desk {
  const client = zendeskClient(credentials, endpoint);
  const tickets = zendeskTickets(client);

  const asDeskTicket = ({ id, requester_id }: Ticket): DeskTicket => ({
    id: String(id),
    number: `#${id}`,
    url: `${endpoint.baseUrl}/agent/tickets/${id}`,
    customerId: String(requester_id),
  });

  /**
   * The customer is the author of their comments, and agents see our agents by name:
   * https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/
   */
  async function commentFrom(message: OutgoingMessage, customerId: string | null) {
    const { tokens, rejectedNames } = await uploadFiles(client, message.files);
    const isCustomer = message.author === 'visitor';
    return {
      comment: {
        body: textFor(message, { rejectedNames }),
        public: !message.isInternal,
        ...(isCustomer && customerId !== null && { author_id: Number(customerId) }),
        ...(tokens.length > 0 && { uploads: tokens }),
      },
      metadata: { support_message_id: message.id },
    };
  }

  async function addFacts({ id }: Ticket, outgoing: OutgoingTicket, isRepeated: boolean) {
    const ownId = `${outgoing.id}-facts`;
    if (isRepeated && findOwn(await readHistory(client, String(id)), ownId)) return;
    await tickets.update(String(id), {
      comment: { body: factLines(outgoing), public: false },
      metadata: { support_message_id: ownId },
    });
  }

  /** Returns the comment of an earlier attempt, in this ticket or in one that follows it. */
  async function findSent(ticket: DeskTicket, ownId: string, messageId: string) {
    const latest = await tickets.findByOwnId(ownId);
    const follower = latest && asDeskTicket(latest);
    const own = findOwn(await readHistory(client, ticket.id), messageId);
    if (own !== undefined) return { messageId: commentOf(own) };
    if (follower === undefined || follower.id === ticket.id) return undefined;
    const moved = findOwn(await readHistory(client, follower.id), messageId);
    return moved && { messageId: commentOf(moved), movedTo: follower };
  }

  return {
    marksMessages: true,

    async create(outgoing, isRepeated) {
      const { id, subject, customer, priority, tags, first } = outgoing;
      const found = isRepeated ? await tickets.findByOwnId(id) : undefined;
      const { ticket, audit } =
        found === undefined
          ? await tickets.create(id, id, {
              subject,
              priority: priorities[priority],
              tags: tags.map((tag) => tag.trim().replaceAll(/\s+/g, '_')),
              // The user with this address, or a new one, who needs a name.
              requester: {
                email: customer.email,
                name: customer.name ?? customer.email.split('@')[0],
              },
              ...(await commentFrom(first, null)),
            })
          : { ticket: found };
      await addFacts(ticket, outgoing, isRepeated || audit === undefined);
      return { ticket: asDeskTicket(ticket), messageId: commentOf(audit) };
    },

    async reply(ticket, message, { status, isRepeated, subject, ownId }) {
      const sent = isRepeated ? await findSent(ticket, ownId, message.id) : undefined;
      if (sent !== undefined) return sent;
      const written = await commentFrom(message, ticket.customerId);
      const newStatus = message.isInternal ? undefined : theirStatuses[status];
      try {
        const change = { ...written, ...(newStatus !== undefined && { status: newStatus }) };
        const { audit, ticket: after } = await tickets.update(ticket.id, change);
        // The customer waits for an answer, whatever status the team set in the meantime.
        const isWaiting = message.author === 'visitor' && !['new', 'open'].includes(after.status);
        if (isWaiting) await tickets.update(ticket.id, { status: 'open' });
        return { messageId: commentOf(audit) };
      } catch (error) {
        const isClosed =
          error instanceof DeskRejection &&
          (await tickets.show(ticket.id)).ticket.status === 'closed';
        if (!isClosed) throw error;
        const followUp = await tickets.create(message.id, ownId, {
          subject,
          ...written,
          requester_id: Number(ticket.customerId),
          via_followup_source_id: Number(ticket.id),
        });
        return { messageId: commentOf(followUp.audit), movedTo: asDeskTicket(followUp.ticket) };
      }
    },

    async setStatus({ id }, status) {
      const newStatus = theirStatuses[status];
      const { ticket } = await tickets.show(id);
      // A closed ticket cannot be changed. The next reply of the customer follows it.
      if (newStatus === undefined || ticket.status === newStatus || ticket.status === 'closed')
        return;
      await tickets.update(id, { status: newStatus });
    },

    async read({ id }) {
      const { ticket } = await tickets.show(id);
      const history = await readHistory(client, id);
      return {
        status: ownStatuses[ticket.status] ?? 'open',
        messages: messagesOf(history),
        unreadable: history.unreadable,
      };
    },

    download: ({ url }, maxBytes) =>
      downloadFile(endpoint, { url, headers: client.headers, maxBytes }),

    changedSince: (time) => changedTickets(client, time),
  };
}
