import { writeAgentMessage } from '../../../src/contract/agent.ts';
import { streamPath } from '../../../src/contract/live.ts';
import { dataOf, expectApiError } from '../answer.ts';
import { type CheckGroup, expectSame, NotChecked } from '../check.ts';
import { openStream } from '../eventStream.ts';
import { newVisitor } from '../testedBackend.ts';

export const streams: CheckGroup = {
  name: 'streams',
  checks: [
    {
      name: 'A stream needs a key',
      advice: 'Return 401 AUTHENTICATION_REQUIRED for a stream without a key.',
      async run(backend) {
        const response = await backend.fetch(streamPath);
        if (response.status === 404) throw new NotChecked('The backend has no stream.');
        expectApiError(response, 'AUTHENTICATION_REQUIRED');
      },
    },
    {
      name: 'A stream opens at once, and no proxy buffers it',
      advice: 'Respond with text/event-stream, send something at once, and turn buffering off.',
      async run(backend) {
        const stream = await openStream(backend, newVisitor());
        stream.close();
      },
    },
    {
      name: 'A visitor is notified of a reply to their request, and no one else is',
      advice:
        'Send { type: "message", ticket_id, position, author } to the streams of its visitor.',
      async run(backend) {
        const [me, team] = [newVisitor(), { key: backend.secret }];
        const { id } = await backend.createTicket(me);
        const mine = await openStream(backend, me);
        const stranger = newVisitor();
        const other = await backend.createTicket(stranger);
        const theirs = await openStream(backend, stranger);
        const isOf = (type: string) => (event: { type: string; ticket_id?: string }) =>
          event.type === 'message' && event.ticket_id === type;
        try {
          for (const ticket of [id, other.id]) {
            const input = { params: { id: ticket }, body: { body: 'A reply.' } };
            dataOf(writeAgentMessage, await backend.call(writeAgentMessage, team, input));
          }
          await mine.first('an event of the reply', isOf(id));
          // It is sent later, so an event of the first response would have arrived before it.
          await theirs.first('an event of the second reply', isOf(other.id));
          expectSame(theirs.seen.filter(isOf(id)), [], "events of another visitor's request");
        } finally {
          mine.close();
          theirs.close();
        }
      },
    },
  ],
};
