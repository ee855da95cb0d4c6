import * as z from 'zod/mini';
import type { Desk, OutgoingMessage } from '../../ask/desk.ts';
import { downloadFile } from '../../ask/download.ts';
import { bearer, type Endpoint } from '../../ask/provider.ts';
import { requestJson } from '../../ask/requestJson.ts';
import { textFor } from '../text.ts';

const Status = z.enum(['new', 'open', 'pending', 'on_hold', 'resolved']);
const Message = z.object({
  id: z.string(),
  own_id: z.nullable(z.string()),
  from_team: z.boolean(),
  internal: z.boolean(),
  text: z.string(),
});
const Ticket = z.object({ id: z.string(), status: Status, messages: z.array(Message) });

/** The help desk of Acme, which stores our id with each ticket and message. */
export function acmeDesk({ api_token }: { api_token: string }, endpoint: Endpoint): Desk {
  const headers = bearer(api_token);
  const send = (method: 'POST' | 'PUT', path: string, json: unknown) =>
    requestJson(endpoint, path, { method, headers, json, expects: Ticket });
  const read = (id: string) =>
    requestJson(endpoint, `v1/tickets/${id}`, { headers, expects: Ticket });
  const outgoing = (message: OutgoingMessage) => ({
    own_id: message.id,
    from_team: message.author === 'agent',
    internal: message.isInternal,
    text: textFor(message),
  });

  return {
    marksMessages: true,

    async create({ id, first }) {
      // Acme ignores a ticket that it has.
      const ticket = await send('PUT', `v1/tickets/${id}`, { first: outgoing(first) });
      const url = `${endpoint.baseUrl}/tickets/${ticket.id}`;
      const messageId = ticket.messages[0]?.id ?? null;
      return { ticket: { id: ticket.id, number: ticket.id, url, customerId: null }, messageId };
    },

    async reply({ id }, message, { status }) {
      const { messages } = await send('POST', `v1/tickets/${id}/messages`, outgoing(message));
      if (!message.isInternal) await send('PUT', `v1/tickets/${id}`, { status });
      return { messageId: messages.find(({ own_id }) => own_id === message.id)?.id ?? null };
    },

    async setStatus({ id }, status) {
      await send('PUT', `v1/tickets/${id}`, { status });
    },

    async read({ id }) {
      const { status, messages } = await read(id);
      return {
        status,
        unreadable: [],
        messages: messages.map((message) => ({
          id: message.id,
          ownId: message.own_id ?? undefined,
          author: message.from_team ? ('agent' as const) : ('visitor' as const),
          authorName: null,
          isInternal: message.internal,
          text: message.text,
          files: [],
        })),
      };
    },

    download: ({ url }, maxBytes) =>
      downloadFile(endpoint, { url, headers, trusted: [endpoint.baseUrl], maxBytes }),

    changedSince: async () => [],
  };
}
