import { getConfig } from '../../../src/contract/config.ts';
import { headers } from '../../../src/contract/endpoint.ts';
import { Failure, Meta } from '../../../src/contract/envelope.ts';
import { getTicket } from '../../../src/contract/message.ts';
import { createTicket } from '../../../src/contract/ticket.ts';
import { type BackendResponse, dataOf, expectApiError, headerOf, shown } from '../answer.ts';
import { type CheckGroup, expectSame, expectThat } from '../check.ts';
import { draft, newVisitor } from '../testedBackend.ts';

/** Returns the request id in the envelope of a success or an error. */
function requestIdOf({ json }: BackendResponse): unknown {
  const failure = Failure.safeParse(json).data;
  if (failure !== undefined) return failure.error.request_id;
  const isObject = typeof json === 'object' && json !== null && 'meta' in json;
  return isObject ? Meta.safeParse(json.meta).data?.request_id : undefined;
}

export const envelope: CheckGroup = {
  name: 'envelope',
  checks: [
    {
      name: 'A success is { success: true, data, meta }',
      advice: 'Wrap every response: data is the reply, meta has request_id and timestamp.',
      async run(backend) {
        dataOf(getConfig, await backend.call(getConfig));
      },
    },
    {
      name: 'A failure is { success: false, error } with code, message, details and request_id',
      advice: 'Wrap every API error; details is an empty array if no field is invalid.',
      async run(backend) {
        const params = { id: 'none' };
        expectApiError(await backend.call(getTicket, newVisitor(), { params }), 'NOT_FOUND');
      },
    },
    {
      name: 'Every response is JSON, with that content type',
      advice: 'Send Content-Type: application/json with successes and errors.',
      async run(backend) {
        for (const key of [backend.options.key, null]) {
          const response = await backend.call(getConfig, { key });
          const type = headerOf(response, 'Content-Type');
          expectThat(/^application\/json\b/.test(type), 'application/json', type);
        }
      },
    },
    {
      name: 'The envelope and X-Request-Id name the same request, a new one each time',
      advice: 'Make an id for each request, and send it in the header and in the envelope.',
      async run(backend) {
        const first = await backend.call(getConfig);
        const rejected = await backend.call(getConfig, { key: null });
        for (const response of [first, rejected]) {
          expectSame(
            requestIdOf(response),
            headerOf(response, headers.requestId),
            'the request id',
          );
        }
        const ids = [first, rejected].map(requestIdOf);
        expectThat(ids[0] !== ids[1], 'a new id for each request', `${ids[0]} twice`);
      },
    },
    {
      name: 'A write with an Idempotency-Key gets 201, a read 200',
      advice:
        'Return 201 where the contract marks an endpoint as idempotent, also when it is replayed.',
      async run(backend) {
        const written = await backend.call(createTicket, newVisitor(), { body: draft });
        expectThat(written.status === 201, 'status 201', shown(written));
        const read = await backend.call(getConfig);
        expectThat(read.status === 200, 'status 200', shown(read));
      },
    },
    {
      name: 'Shared caches store no response',
      advice: 'Send Cache-Control: no-store, or private with no-cache where there is an ETag.',
      async run(backend) {
        const rule = headerOf(await backend.call(getConfig), 'Cache-Control');
        expectThat(/no-store|private/.test(rule), 'no-store or private', rule);
      },
    },
  ],
};
