import { updateTicket, writeAgentMessage } from '../../../src/contract/agent.ts';
import {
  getTicket,
  markRead,
  rateTicket,
  reopenTicket,
  replyToTicket,
} from '../../../src/contract/message.ts';
import { createTicket, listTickets } from '../../../src/contract/ticket.ts';
import { dataOf, expectApiError } from '../answer.ts';
import { type CheckGroup, expectSame } from '../check.ts';
import { draft, newVisitor } from '../testedBackend.ts';

export const tickets: CheckGroup = {
  name: 'tickets',
  checks: [
    {
      name: 'A request is stored as it was sent, with the defaults of the contract',
      advice: 'Return the stored record: status new, priority medium where none was sent.',
      async run(backend) {
        const response = await backend.call(createTicket, newVisitor(), { body: draft });
        const { subject, description, category, customerEmail, status, priority } = dataOf(
          createTicket,
          response,
        );
        expectSame(
          { subject, description, category, email: customerEmail, status, priority },
          {
            subject: draft.subject,
            description: draft.description,
            category: draft.category,
            email: draft.email,
            status: 'new',
            priority: 'medium',
          },
          'the stored request',
        );
      },
    },
    {
      name: 'A stored request is in the list, and its conversation begins with its description',
      advice: 'Store the description as the entry at position 1, by the author visitor.',
      async run(backend) {
        const me = newVisitor();
        const { id } = await backend.createTicket(me);
        const list = dataOf(listTickets, await backend.call(listTickets, me));
        expectSame(
          list.tickets.map((ticket) => ticket.id),
          [id],
          'ids in the list',
        );
        const read = await backend.call(getTicket, me, { params: { id } });
        const [first] = dataOf(getTicket, read).messages;
        const { position, author, body } = first ?? {};
        expectSame(
          { position, author, body },
          { position: 1, author: 'visitor', body: draft.description },
          'the first entry',
        );
      },
    },
    {
      name: 'A reply is the next entry of the conversation',
      advice: 'Return the stored entry with the author visitor and the next position.',
      async run(backend) {
        const me = newVisitor();
        const { id } = await backend.createTicket(me);
        const input = { params: { id }, body: { body: 'More about it.' } };
        const { position, author, body } = dataOf(
          replyToTicket,
          await backend.call(replyToTicket, me, input),
        );
        expectSame(
          { position, author, body },
          { position: 2, author: 'visitor', ...input.body },
          'it',
        );
      },
    },
    {
      name: 'Reopening a request that is not resolved changes nothing',
      advice: 'Return the request as it is.',
      async run(backend) {
        const me = newVisitor();
        const { id, status } = await backend.createTicket(me);
        const response = await backend.call(reopenTicket, me, { params: { id } });
        expectSame(dataOf(reopenTicket, response).status, status, 'status');
      },
    },
    {
      name: 'A request that is not resolved cannot be rated',
      advice: 'Return 409 NOT_RESOLVED.',
      async run(backend) {
        const me = newVisitor();
        const { id } = await backend.createTicket(me);
        const response = await backend.call(rateTicket, me, { params: { id }, body: { score: 5 } });
        expectApiError(response, 'NOT_RESOLVED');
      },
    },
    {
      name: 'A reply of the team reaches the visitor unread, a note never does',
      advice: 'Leave entries with internal: true out of all that a visitor reads.',
      async run(backend) {
        const [me, team] = [newVisitor(), { key: backend.secret }];
        const { id } = await backend.createTicket(me);
        const params = { id };
        for (const body of [{ body: 'A note.', internal: true }, { body: 'A reply.' }]) {
          const response = await backend.call(writeAgentMessage, team, { params, body });
          dataOf(writeAgentMessage, response);
        }
        const conversation = dataOf(getTicket, await backend.call(getTicket, me, { params }));
        const written = conversation.messages.filter(({ author }) => author !== 'system');
        const bodies = written.map(({ body }) => body);
        expectSame(bodies, [draft.description, 'A reply.'], 'what the visitor reads');
        const list = dataOf(listTickets, await backend.call(listTickets, me));
        expectSame(list.tickets[0]?.unread, 1, 'unread entries');
        const position = conversation.messages.at(-1)?.position;
        const marked = await backend.call(markRead, me, { params, body: { position } });
        expectSame(dataOf(markRead, marked), { unread: 0 }, 'unread entries once they are read');
      },
    },
    {
      name: 'A resolved request can be rated and reopened',
      advice: 'Store the last rating; reopening sets the status open.',
      async run(backend) {
        const [me, team] = [newVisitor(), { key: backend.secret }];
        const { id } = await backend.createTicket(me);
        const params = { id };
        const body = { status: 'resolved' };
        dataOf(updateTicket, await backend.call(updateTicket, team, { params, body }));
        const rated = await backend.call(rateTicket, me, { params, body: { score: 4 } });
        expectSame(dataOf(rateTicket, rated).rating.score, 4, 'the score');
        const reopened = await backend.call(reopenTicket, me, { params });
        expectSame(dataOf(reopenTicket, reopened).status, 'open', 'status');
      },
    },
  ],
};
