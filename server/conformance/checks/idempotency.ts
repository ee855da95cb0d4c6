import { listMessages, replyToTicket } from '../../../src/contract/message.ts';
import { createTicket, listTickets } from '../../../src/contract/ticket.ts';
import { dataOf, expectApiError } from '../answer.ts';
import { type CheckGroup, expectSame } from '../check.ts';
import { draft, newId, newVisitor, type Sender, type TestedBackend } from '../testedBackend.ts';

async function create(backend: TestedBackend, me: Sender, idempotencyKey: string) {
  const response = await backend.call(createTicket, me, { body: draft, idempotencyKey });
  return dataOf(createTicket, response);
}

async function countTickets(backend: TestedBackend, me: Sender): Promise<number> {
  return dataOf(listTickets, await backend.call(listTickets, me)).tickets.length;
}

export const idempotency: CheckGroup = {
  name: 'idempotency',
  checks: [
    {
      name: 'A request sent again with the same key gets the first response, and is stored once',
      advice: 'Store the response with the Idempotency-Key, in the transaction of the write.',
      async run(backend) {
        const [me, key] = [newVisitor(), newId()];
        const first = await create(backend, me, key);
        const second = await create(backend, me, key);
        expectSame(second.id, first.id, 'the id of the first');
        expectSame(await countTickets(backend, me), 1, 'stored requests');
      },
    },
    {
      name: 'Requests sent at the same time with one key are stored once',
      advice: 'Lock the key before you write, so that the second one waits for the first.',
      async run(backend) {
        const [me, key] = [newVisitor(), newId()];
        const all = await Promise.all([1, 2, 3].map(() => create(backend, me, key)));
        expectSame(new Set(all.map(({ id }) => id)).size, 1, 'different ids');
        expectSame(await countTickets(backend, me), 1, 'stored requests');
      },
    },
    {
      name: 'A key that is reused with another body is rejected',
      advice: 'Store a hash of the request with the key; return 409 IDEMPOTENCY_CONFLICT.',
      async run(backend) {
        const [me, idempotencyKey] = [newVisitor(), newId()];
        await create(backend, me, idempotencyKey);
        const body = { ...draft, subject: 'Something else' };
        const response = await backend.call(createTicket, me, { body, idempotencyKey });
        expectApiError(response, 'IDEMPOTENCY_CONFLICT');
      },
    },
    {
      name: 'A write without a key is rejected',
      advice: 'Return 400 MALFORMED_REQUEST where Idempotency-Key is missing or too short.',
      async run(backend) {
        for (const idempotencyKey of [null, 'short']) {
          const response = await backend.call(createTicket, newVisitor(), {
            body: draft,
            idempotencyKey,
          });
          expectApiError(response, 'MALFORMED_REQUEST');
        }
      },
    },
    {
      name: 'The same key of another visitor is another write',
      advice: 'Look keys up together with the visitor who sent them.',
      async run(backend) {
        const key = newId();
        const [one, other] = [newVisitor(), newVisitor()];
        await create(backend, one, key);
        await create(backend, other, key);
        expectSame(await countTickets(backend, other), 1, 'requests of the other visitor');
      },
    },
    {
      name: 'A reply sent again with the same key is stored once',
      advice: 'Treat every endpoint that the contract marks as idempotent alike.',
      async run(backend) {
        const [me, idempotencyKey] = [newVisitor(), newId()];
        const { id } = await backend.createTicket(me);
        const input = { params: { id }, body: { body: 'Once.' }, idempotencyKey };
        for (let sent = 0; sent < 2; sent++) {
          dataOf(replyToTicket, await backend.call(replyToTicket, me, input));
        }
        const page = await backend.call(listMessages, me, { params: { id } });
        const replies = dataOf(listMessages, page).messages.filter(({ body }) => body === 'Once.');
        expectSame(replies.length, 1, 'stored replies');
      },
    },
  ],
};
