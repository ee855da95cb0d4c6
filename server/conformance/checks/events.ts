import { recordEvents } from '../../../src/contract/event.ts';
import { dataOf, expectApiError } from '../answer.ts';
import { type CheckGroup, expectSame } from '../check.ts';
import { newEvent } from '../newEvent.ts';
import { newVisitor } from '../testedBackend.ts';

export const events: CheckGroup = {
  name: 'events',
  checks: [
    {
      name: 'An event that is sent twice counts once',
      advice: 'Store events by their id; return how many of a batch were new.',
      async run(backend) {
        const me = newVisitor();
        const body = { events: [newEvent(), newEvent()] };
        const first = dataOf(recordEvents, await backend.call(recordEvents, me, { body }));
        expectSame(first, { stored: 2 }, 'new events of the first batch');
        const again = dataOf(recordEvents, await backend.call(recordEvents, me, { body }));
        expectSame(again, { stored: 0 }, 'new events of the same batch');
      },
    },
    {
      name: 'A page that closes sends its last events without headers',
      advice: 'Read a text/plain body as JSON, with the publishable key as `key`.',
      async run(backend) {
        const body = JSON.stringify({
          key: backend.options.key,
          ...newVisitor(),
          events: [newEvent()],
        });
        const headers = { 'Content-Type': 'text/plain;charset=UTF-8' };
        const response = await backend.call(recordEvents, { key: null }, { body, headers });
        expectSame(dataOf(recordEvents, response), { stored: 1 }, 'new events');
      },
    },
    {
      name: 'An event that is not in the tracking plan is rejected',
      advice: 'Return 422 VALIDATION_ERROR for other names.',
      async run(backend) {
        const body = { events: [{ ...newEvent(), name: 'page_viewed' }] };
        const response = await backend.call(recordEvents, newVisitor(), { body });
        expectApiError(response, 'VALIDATION_ERROR');
      },
    },
  ],
};
