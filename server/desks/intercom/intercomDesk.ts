import * as z from 'zod/mini';
import type { TicketStatus } from '../../../src/contract/ticket.ts';
import type { Desk, DeskTicket, OutgoingMessage, OutgoingTicket } from '../../ask/desk.ts';
import { downloadFile } from '../../ask/download.ts';
import type { Endpoint } from '../../ask/provider.ts';
import { allFactLines, textFor } from '../text.ts';
import { contactFor } from './contacts.ts';
import {
  type Conversation,
  messagesOf,
  ownStatus,
  type Part,
  readConversation,
  searchConversations,
} from './conversations.ts';
import { addComment, addNote, findPart, noteText } from './parts.ts';
import { type IntercomCredentials, intercomClient } from './request.ts';

const Me = z.object({ id: z.string(), app: z.object({ id_code: z.string() }) });
const Created = z.object({ conversation_id: z.string() });
const Managed = z.object({ id: z.string() });

/**
 * Conversations of Intercom as the help desk. They have no place for our ids, so a message whose
 * response is missing is recognized by its text among those that are not known yet.
 */
export function intercomDesk(credentials: IntercomCredentials, endpoint: Endpoint): Desk {
  const request = intercomClient(credentials, endpoint);
  const me = () => request('me', { expects: Me });

  async function asDeskTicket(id: string, customerId: string): Promise<DeskTicket> {
    const { app } = await me();
    const [, region = ''] = /^https:\/\/api(\.\w+)?\.intercom\.io$/.exec(endpoint.baseUrl) ?? [];
    const page = `https://app${region}.intercom.com/a/inbox/${app.id_code}/inbox/conversation/${id}`;
    return { id, number: `#${id}`, url: page, customerId };
  }

  /** Conversations have no subject. The number of the request is unique. */
  function openingOf({ subject, facts, first }: OutgoingTicket): string {
    return `${subject} (${facts.Request ?? ''})\n\n${textFor(first)}`;
  }

  async function findConversation(contactId: string, { facts }: OutgoingTicket) {
    const query = {
      operator: 'AND',
      value: [
        { field: 'contact_ids', operator: '=', value: contactId },
        { field: 'source.body', operator: '~', value: facts.Request ?? '' },
      ],
    };
    return (await searchConversations(request, query))[0];
  }

  async function createConversation(contactId: string, outgoing: OutgoingTicket) {
    const json = { from: { type: 'user', id: contactId }, body: openingOf(outgoing) };
    const made = await request('conversations', { method: 'POST', json, expects: Created });
    return made.conversation_id;
  }

  async function addFacts(
    id: string,
    outgoing: OutgoingTicket,
    parts: readonly Part[],
  ): Promise<string> {
    const text = allFactLines(outgoing);
    const known = findPart(parts, text);
    if (known !== undefined) return known;
    return addNote(request, id, { adminId: (await me()).id, files: [], textOf: () => text });
  }

  /** A new conversation takes no files, so they follow in a message of their own. */
  async function addFiles(
    id: string,
    { contactId, first }: { contactId: string; first: OutgoingMessage },
    parts: readonly Part[],
  ): Promise<string | null> {
    if (first.files.length === 0) return null;
    const message = { ...first, text: '', authorName: null };
    const theirs = parts.filter(
      ({ part_type, author }) => part_type === 'comment' && author.type !== 'admin',
    );
    const known = findPart(theirs, textFor(message));
    return known ?? addComment(request, id, { contactId, message });
  }

  async function setState(conversation: Conversation, status: TicketStatus): Promise<void> {
    const isClosed = conversation.state === 'closed';
    if (isClosed === (status === 'resolved')) return;
    const admin_id = (await me()).id;
    const json = isClosed
      ? { message_type: 'open', admin_id }
      : { message_type: 'close', type: 'admin', admin_id };
    const path = `conversations/${conversation.id}/parts`;
    await request(path, { method: 'POST', json, expects: Managed });
  }

  return {
    marksMessages: false,

    async create(outgoing, isRepeated) {
      const contactId = await contactFor(request, outgoing.customer);
      const found = isRepeated ? await findConversation(contactId, outgoing) : undefined;
      const id = found ?? (await createConversation(contactId, outgoing));
      const parts = found === undefined ? [] : (await readConversation(request, id)).read;
      const messageId = await addFiles(id, { contactId, first: outgoing.first }, parts);
      const factsId = await addFacts(id, outgoing, parts);
      return { ticket: await asDeskTicket(id, contactId), messageId, factsId };
    },

    /** Answers are notes, because Intercom mails replies to the customer, who gets our mail already. */
    async reply({ id, customerId }, message, { status, isRepeated, isKnown }) {
      const conversation = await readConversation(request, id);
      const unknown = conversation.read.filter((part) => !isKnown(part.id));
      const isCustomers = message.author === 'visitor' && !message.isInternal;
      const text = isCustomers ? textFor(message) : noteText(message);
      const found = isRepeated ? findPart(unknown, text) : undefined;
      const add = async () => {
        const { files } = message;
        if (isCustomers) return addComment(request, id, { contactId: customerId, message });
        const textOf = (rejectedNames: readonly string[]) => noteText(message, { rejectedNames });
        return addNote(request, id, { adminId: (await me()).id, files, textOf });
      };
      const messageId = found ?? (await add());
      if (!message.isInternal) {
        // A comment of the customer opens a closed conversation.
        await setState(await readConversation(request, id), status);
      }
      return { messageId };
    },

    async setStatus({ id }, status) {
      await setState(await readConversation(request, id), status);
    },

    async read({ id }, agreed) {
      const conversation = await readConversation(request, id);
      return {
        status: ownStatus(conversation, agreed),
        messages: messagesOf(conversation),
        unreadable: conversation.unreadable,
      };
    },

    /** The addresses are signed, and need no token. */
    download: ({ url }, maxBytes) => downloadFile(endpoint, { url, headers: {}, maxBytes }),

    changedSince: (time) =>
      searchConversations(request, {
        field: 'updated_at',
        operator: '>',
        value: Math.floor(time.getTime() / 1_000),
      }),
  };
}
