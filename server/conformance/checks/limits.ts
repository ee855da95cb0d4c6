import { recordEvents } from '../../../src/contract/event.ts';
import { limits as max } from '../../../src/contract/limits.ts';
import { replyToTicket } from '../../../src/contract/message.ts';
import { createTicket } from '../../../src/contract/ticket.ts';
import { dataOf, expectApiError, shown } from '../answer.ts';
import { type Check, type CheckGroup, expectThat } from '../check.ts';
import { newEvent } from '../newEvent.ts';
import { draft, newVisitor } from '../testedBackend.ts';

/** Checks a field of a request that accepts at most `characters`. */
function fieldLimit(field: 'subject' | 'description', characters: number): Check {
  return {
    name: `A ${field} has at most ${characters} characters`,
    advice: `Accept ${characters} characters, and return 422 VALIDATION_ERROR for more.`,
    async run(backend) {
      const send = (length: number) =>
        backend.call(createTicket, newVisitor(), {
          body: { ...draft, [field]: 'x'.repeat(length) },
        });
      dataOf(createTicket, await send(characters));
      const response = await send(characters + 1);
      const { details } = expectApiError(response, 'VALIDATION_ERROR');
      const isNamed = details.some((detail) => detail.field === field);
      expectThat(isNamed, `"${field}" among the details`, shown(response));
    },
  };
}

export const limits: CheckGroup = {
  name: 'limits',
  checks: [
    fieldLimit('subject', max.subject),
    fieldLimit('description', max.description),
    {
      name: `A JSON body has at most ${max.body} bytes`,
      advice:
        'Count the received bytes, regardless of Content-Length; return 413 PAYLOAD_TOO_LARGE.',
      async run(backend) {
        const body = { ...draft, description: 'x'.repeat(max.body) };
        const response = await backend.call(createTicket, newVisitor(), { body });
        expectApiError(response, 'PAYLOAD_TOO_LARGE');
      },
    },
    {
      name: 'Text that no database can store is rejected',
      advice: 'Return 422 VALIDATION_ERROR for null bytes and unpaired surrogates.',
      async run(backend) {
        const body = { ...draft, subject: 'a\0b' };
        const response = await backend.call(createTicket, newVisitor(), { body });
        expectApiError(response, 'VALIDATION_ERROR');
      },
    },
    {
      name: 'An empty reply is rejected',
      advice: 'Return 422 VALIDATION_ERROR for a reply with neither text nor files.',
      async run(backend) {
        const me = newVisitor();
        const { id } = await backend.createTicket(me);
        const input = { params: { id }, body: { body: ' ' } };
        expectApiError(await backend.call(replyToTicket, me, input), 'VALIDATION_ERROR');
      },
    },
    {
      name: `A batch has at most ${max.events} events`,
      advice: `Return 422 VALIDATION_ERROR for more than ${max.events} events.`,
      async run(backend) {
        const events = Array.from({ length: max.events + 1 }, newEvent);
        const response = await backend.call(recordEvents, newVisitor(), { body: { events } });
        expectApiError(response, 'VALIDATION_ERROR');
      },
    },
  ],
};
