import { getConfig } from '../../../src/contract/config.ts';
import { headers } from '../../../src/contract/endpoint.ts';
import { createTicket } from '../../../src/contract/ticket.ts';
import { type BackendResponse, dataOf, expectApiError, headerOf, shown } from '../answer.ts';
import { type CheckGroup, expectThat } from '../check.ts';
import type { TestedBackend } from '../testedBackend.ts';

const foreignOrigin = 'https://conformance.invalid';
const sentHeaders = [
  'authorization',
  'content-type',
  'if-none-match',
  ...[headers.idempotencyKey, headers.visitor, headers.identity, headers.fileName].map((name) =>
    name.toLowerCase(),
  ),
];
const readHeaders = [headers.requestId, 'Retry-After', 'ETag'];

function preflight(backend: TestedBackend, origin: string): Promise<BackendResponse> {
  return backend.fetch(createTicket.path, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': createTicket.method,
      'Access-Control-Request-Headers': sentHeaders.join(', '),
    },
  });
}

function listIn(response: BackendResponse, name: string): string[] {
  const value = headerOf(response, name);
  return value.toLowerCase().split(/\s*,\s*/);
}

function expectAll(response: BackendResponse, name: string, expected: readonly string[]): void {
  const listed = listIn(response, name);
  const missing = expected.filter((one) => !listed.includes(one.toLowerCase()));
  expectThat(missing.length === 0, `${missing.join(', ')} in ${name}`, listed.join(', '));
}

function expectReadable(response: BackendResponse, origin: string): void {
  const allowed = headerOf(response, 'Access-Control-Allow-Origin');
  expectThat(allowed === origin || allowed === '*', `${origin} or *`, allowed);
}

export const cors: CheckGroup = {
  name: 'CORS',
  checks: [
    {
      name: 'A preflight without a key is allowed',
      advice: 'Respond to OPTIONS with 200 or 204 before you look for a key: browsers send none.',
      async run(backend) {
        const response = await preflight(backend, foreignOrigin);
        expectThat([200, 204].includes(response.status), 'status 204', shown(response));
        expectReadable(response, foreignOrigin);
      },
    },
    {
      name: 'A preflight allows every header that the widget sends',
      advice: `List them in Access-Control-Allow-Headers: ${sentHeaders.join(', ')}.`,
      async run(backend) {
        const response = await preflight(backend, foreignOrigin);
        expectAll(response, 'Access-Control-Allow-Headers', sentHeaders);
      },
    },
    {
      name: 'A preflight allows the methods of the contract',
      advice: 'List GET, POST, PUT, PATCH and DELETE in Access-Control-Allow-Methods.',
      async run(backend) {
        const response = await preflight(backend, foreignOrigin);
        const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
        expectAll(response, 'Access-Control-Allow-Methods', methods);
      },
    },
    {
      name: 'A page from an origin that the key does not allow is rejected',
      advice: 'Compare Origin with the allowed origins of the key; return 403 ORIGIN_NOT_ALLOWED.',
      async run(backend) {
        const response = await backend.call(getConfig, {}, { headers: { Origin: foreignOrigin } });
        expectApiError(response, 'ORIGIN_NOT_ALLOWED');
      },
    },
    {
      name: 'A page can read why it was rejected',
      advice: 'Send Access-Control-Allow-Origin with API errors too: they contain no data.',
      async run(backend) {
        const response = await backend.call(
          getConfig,
          { key: null },
          { headers: { Origin: foreignOrigin } },
        );
        expectReadable(response, foreignOrigin);
      },
    },
    {
      name: 'A page can read the headers that the widget needs',
      advice: `List them in Access-Control-Expose-Headers: ${readHeaders.join(', ')}.`,
      async run(backend) {
        const headers = { Origin: backend.options.origin ?? foreignOrigin };
        const response = await backend.call(getConfig, {}, { headers });
        expectAll(response, 'Access-Control-Expose-Headers', readHeaders);
      },
    },
    {
      name: 'Cookies are never requested',
      advice: 'Do not send Access-Control-Allow-Credentials: the widget sends no cookies.',
      async run(backend) {
        for (const response of [
          await preflight(backend, foreignOrigin),
          await backend.call(getConfig, {}, { headers: { Origin: foreignOrigin } }),
        ]) {
          const value = response.headers.get('Access-Control-Allow-Credentials');
          expectThat(value === null, 'no Access-Control-Allow-Credentials', `${value}`);
        }
      },
    },
    {
      name: 'A page of an allowed origin gets a response for that origin',
      advice: 'Name the origin in Access-Control-Allow-Origin, with Vary: Origin.',
      async run(backend) {
        const Origin = backend.option('origin', '--origin <allowed origin>');
        const response = await backend.call(getConfig, {}, { headers: { Origin } });
        dataOf(getConfig, response);
        expectReadable(response, Origin);
        if (headerOf(response, 'Access-Control-Allow-Origin') === '*') return;
        expectAll(response, 'Vary', ['Origin']);
      },
    },
    {
      name: 'A secret key is rejected in a browser',
      advice: 'Return 403 PERMISSION_DENIED for a secret key that comes with an Origin.',
      async run(backend) {
        const headers = { Origin: backend.options.origin ?? foreignOrigin };
        const response = await backend.call(getConfig, { key: backend.secret }, { headers });
        expectApiError(response, 'PERMISSION_DENIED');
      },
    },
  ],
};
