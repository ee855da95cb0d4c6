import { uploadAttachment } from '../../../src/contract/attachment.ts';
import {
  getTicket,
  listMessages,
  markRead,
  rateTicket,
  reopenTicket,
  replyToTicket,
} from '../../../src/contract/message.ts';
import { createTicket, listTickets } from '../../../src/contract/ticket.ts';
import { claimRequests } from '../../../src/contract/visitor.ts';
import { dataOf, expectApiError } from '../answer.ts';
import { type CheckGroup, expectSame } from '../check.ts';
import { draft, newVisitor } from '../testedBackend.ts';
import { uploadText } from '../upload.ts';

export const isolation: CheckGroup = {
  name: 'isolation',
  checks: [
    {
      name: "A visitor does not see another visitor's request",
      advice: 'Look requests up by id and visitor; return 404 NOT_FOUND, as for an unknown id.',
      async run(backend) {
        const { id } = await backend.createTicket(newVisitor());
        for (const endpoint of [getTicket, listMessages]) {
          const response = await backend.call(endpoint, newVisitor(), { params: { id } });
          expectApiError(response, 'NOT_FOUND');
        }
      },
    },
    {
      name: "A visitor's list contains only their own requests",
      advice: 'Filter the list by the visitor.',
      async run(backend) {
        await backend.createTicket(newVisitor());
        const { tickets } = dataOf(listTickets, await backend.call(listTickets, newVisitor()));
        expectSame(tickets, [], 'requests of a new visitor');
      },
    },
    {
      name: "A visitor cannot write to another visitor's request",
      advice: 'Check the owner of a request before every write; return 404 NOT_FOUND.',
      async run(backend) {
        const { id } = await backend.createTicket(newVisitor());
        const stranger = newVisitor();
        for (const [endpoint, body] of [
          [replyToTicket, { body: 'Not mine.' }],
          [rateTicket, { score: 1 }],
          [reopenTicket, undefined],
          [markRead, { position: 1 }],
        ] as const) {
          const response = await backend.call(endpoint, stranger, { params: { id }, body });
          expectApiError(response, 'NOT_FOUND');
        }
      },
    },
    {
      name: "A visitor cannot attach another visitor's file",
      advice: 'Accept only files that the same visitor has uploaded; return 422 VALIDATION_ERROR.',
      async run(backend) {
        const uploaded = await uploadText(backend, newVisitor(), 'A secret of someone else.');
        const { id } = dataOf(uploadAttachment, uploaded);
        const body = { ...draft, attachments: [id] };
        const response = await backend.call(createTicket, newVisitor(), { body });
        expectApiError(response, 'VALIDATION_ERROR');
      },
    },
    {
      name: 'Whoever knows the random id of a visitor can claim their requests, once',
      advice: 'Move the requests to the caller; afterwards the random id owns none.',
      async run(backend) {
        const [before, after] = [newVisitor(), newVisitor()];
        await backend.createTicket(before);
        const body = { visitor_id: before.visitor };
        const claimed = await backend.call(claimRequests, after, { body });
        expectSame(dataOf(claimRequests, claimed), { moved: 1 }, 'moved requests');
        const { tickets } = dataOf(listTickets, await backend.call(listTickets, before));
        expectSame(tickets, [], 'requests of the id from before');
        const again = await backend.call(claimRequests, newVisitor(), { body });
        expectSame(dataOf(claimRequests, again), { moved: 0 }, 'moved requests of a second claim');
      },
    },
    {
      name: "Another account's key does not open the request of the same visitor",
      advice: 'Look everything up within the account of the key.',
      async run(backend) {
        const otherKey = backend.option('otherKey', '--other-key <publishable key>');
        const me = newVisitor();
        const { id } = await backend.createTicket(me);
        const there = { ...me, key: otherKey };
        expectApiError(await backend.call(getTicket, there, { params: { id } }), 'NOT_FOUND');
        const { tickets } = dataOf(listTickets, await backend.call(listTickets, there));
        expectSame(tickets, [], 'requests there');
      },
    },
  ],
};
