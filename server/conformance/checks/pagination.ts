import { listMessages, replyToTicket } from '../../../src/contract/message.ts';
import { listTickets } from '../../../src/contract/ticket.ts';
import { dataOf, expectApiError } from '../answer.ts';
import { type CheckGroup, expectSame, expectThat, Mismatch } from '../check.ts';
import { newVisitor, type Sender, type TestedBackend } from '../testedBackend.ts';

const subjects = ['One', 'Two', 'Three'];

async function withThree(backend: TestedBackend) {
  const me = newVisitor();
  for (const subject of subjects) await backend.createTicket(me, subject);
  return me;
}

async function pageOf(backend: TestedBackend, me: Sender, query: Record<string, string>) {
  return dataOf(listTickets, await backend.call(listTickets, me, { query }));
}

/** Creates a ticket with entries at the positions 1 to 3. */
async function withConversation(backend: TestedBackend) {
  const me = newVisitor();
  const { id } = await backend.createTicket(me);
  const params = { id };
  for (const body of ['Two.', 'Three.']) {
    dataOf(replyToTicket, await backend.call(replyToTicket, me, { params, body: { body } }));
  }
  const positions = async (query: Record<string, string>) => {
    const page = await backend.call(listMessages, me, { params, query });
    return dataOf(listMessages, page).messages.map(({ position }) => position);
  };
  return { me, params, positions };
}

export const pagination: CheckGroup = {
  name: 'pagination',
  checks: [
    {
      name: 'Requests come newest first',
      advice: 'Sort by the time of the last change, newest first.',
      async run(backend) {
        const { tickets } = await pageOf(backend, await withThree(backend), {});
        const listed = tickets.map(({ subject }) => subject);
        expectSame(listed, subjects.toReversed(), 'subjects, newest first');
      },
    },
    {
      name: 'A page has at most `limit` requests, and its cursor returns the rest',
      advice: 'Return next_cursor while more follow; continue after the last one of the page.',
      async run(backend) {
        const me = await withThree(backend);
        const first = await pageOf(backend, me, { limit: '2' });
        expectSame(first.tickets.length, 2, 'requests on the first page');
        if (first.next_cursor === null) throw new Mismatch('a next_cursor', 'null');
        const second = await pageOf(backend, me, { limit: '2', cursor: first.next_cursor });
        const all = [...first.tickets, ...second.tickets].map(({ subject }) => subject);
        expectSame(all, subjects.toReversed(), 'every request once');
      },
    },
    {
      name: 'The last page has no cursor',
      advice: 'Return next_cursor: null where nothing follows, also on a page that is full.',
      async run(backend) {
        const { next_cursor } = await pageOf(backend, await withThree(backend), { limit: '3' });
        expectSame(next_cursor, null, 'next_cursor');
      },
    },
    {
      name: 'A limit outside of 1 to 100 is rejected',
      advice: 'Return 422 VALIDATION_ERROR for other values of limit.',
      async run(backend) {
        for (const limit of ['0', '101', 'x']) {
          const response = await backend.call(listTickets, newVisitor(), { query: { limit } });
          expectApiError(response, 'VALIDATION_ERROR');
        }
      },
    },
    {
      name: 'Entries of a conversation are numbered from 1, oldest first',
      advice: 'Count position up by one for each entry; 1 is what the request began with.',
      async run(backend) {
        const { positions } = await withConversation(backend);
        expectSame(await positions({}), [1, 2, 3], 'positions');
      },
    },
    {
      name: 'Only entries after or before the position are returned',
      advice: 'Leave the named position itself out.',
      async run(backend) {
        const { positions, me, params } = await withConversation(backend);
        expectSame(await positions({ after: '1' }), [2, 3], 'positions after 1');
        expectSame(await positions({ before: '3' }), [1, 2], 'positions before 3');
        const page = await backend.call(listMessages, me, { params, query: { after: '1' } });
        const { has_more } = dataOf(listMessages, page);
        expectThat(!has_more, 'has_more: false at the end', 'true');
      },
    },
  ],
};
