import { answers, data, headers, requests, sentHeaders } from '../faultyProxy.ts';
import type { PlantedFaults } from '../plantedFaults.ts';

const tickets = /\/support\/tickets$/;
const ticket = /\/support\/tickets\/[^/]+$/;

/** Faults in how the backend responds. */
export const protocolFaults: PlantedFaults = {
  envelope: {
    'A success is { success: true, data, meta }': answers('GET', /\/config$/, {
      body: (text) => JSON.stringify(JSON.parse(text).data),
    }),
    'A failure is { success: false, error } with code, message, details and request_id': answers(
      'GET',
      ticket,
      { body: () => '{"error":"not found"}' },
    ),
    'Every response is JSON, with that content type': headers((all) =>
      all.set('Content-Type', 'text/html'),
    ),
    'The envelope and X-Request-Id name the same request, a new one each time': headers((all) =>
      all.set('X-Request-Id', 'req_always'),
    ),
    'A write with an Idempotency-Key gets 201, a read 200': answers(
      'POST',
      tickets,
      { status: 200 },
      ({ ok }) => ok,
    ),
    'Shared caches store no response': headers((all) =>
      all.set('Cache-Control', 'public, max-age=60'),
    ),
  },
  errors: {
    'An unknown key is rejected': answers(
      'GET',
      /\/config$/,
      { status: 404 },
      ({ status }) => status === 401,
    ),
    'A wrong method is rejected, and the allowed methods are listed': headers((all) =>
      all.delete('Allow'),
    ),
    'A request with an unknown priority is rejected, and the error names the field': answers(
      'POST',
      tickets,
      { body: (text) => text.replaceAll('"priority"', '"body"') },
    ),
  },
  CORS: {
    'A preflight allows every header that the widget sends': headers((all) =>
      all.has('Access-Control-Allow-Headers')
        ? all.set('Access-Control-Allow-Headers', 'Authorization, Content-Type')
        : undefined,
    ),
    'A page from an origin that the key does not allow is rejected': sentHeaders(
      (all, { method }) => method !== 'OPTIONS' && all.delete('Origin'),
    ),
    'A page can read the headers that the widget needs': headers((all) =>
      all.delete('Access-Control-Expose-Headers'),
    ),
    'Cookies are never requested': headers((all) =>
      all.set('Access-Control-Allow-Credentials', 'true'),
    ),
  },
  idempotency: {
    'A request sent again with the same key gets the first response, and is stored once':
      sentHeaders(
        (all, { url, method }) =>
          method === 'POST' &&
          tickets.test(new URL(url).pathname) &&
          (all.get('Idempotency-Key')?.length ?? 0) >= 22 &&
          all.set('Idempotency-Key', crypto.randomUUID()),
      ),
    'A write without a key is rejected': sentHeaders((all) => {
      if (!all.has('Idempotency-Key')) all.set('Idempotency-Key', crypto.randomUUID());
    }),
    'A reply sent again with the same key is stored once': sentHeaders((all, { url }) => {
      if (/\/messages$/.test(url)) all.set('Idempotency-Key', crypto.randomUUID());
    }),
  },
  pagination: {
    'Requests come newest first': data('GET', tickets, (page) => ({
      ...page,
      tickets: [page.tickets].flat().reverse(),
    })),
    'A page has at most `limit` requests, and its cursor returns the rest': requests(
      (_request, url) => {
        url.searchParams.delete('cursor');
        return { url };
      },
    ),
    'The last page has no cursor': data('GET', tickets, (page) => ({
      ...page,
      next_cursor: page.next_cursor ?? 'more',
    })),
    'Only entries after or before the position are returned': requests((_request, url) => {
      url.searchParams.delete('after');
      return { url };
    }),
  },
  limits: {
    'A batch has at most 100 events': answers('POST', /\/events$/, { status: 200 }),
  },
  'rate limits': {
    'Responses have the limit, the rest of it, and the time when it is full again': headers((all) =>
      all.delete('X-RateLimit-Reset'),
    ),
    'Beyond the limit a visitor is rejected, with the time to retry': headers((all) =>
      all.delete('Retry-After'),
    ),
  },
};
