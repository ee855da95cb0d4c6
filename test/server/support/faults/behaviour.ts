import type { Intercept } from '../conformance.ts';
import { answers, data, isObject, sentHeaders, streamed } from '../faultyProxy.ts';
import type { PlantedFaults } from '../plantedFaults.ts';

const tickets = /\/support\/tickets$/;

/** Faults in what the backend stores, shows and sends. */
export const behaviourFaults: PlantedFaults = {
  tickets: {
    'A request is stored as it was sent, with the defaults of the contract': data(
      'POST',
      tickets,
      (stored) => ({ ...stored, priority: 'low' }),
    ),
    'A reply of the team reaches the visitor unread, a note never does': data(
      'GET',
      tickets,
      (page) => ({
        ...page,
        tickets: [page.tickets].flat().map((one) => isObject(one) && { ...one, unread: 0 }),
      }),
    ),
  },
  isolation: {
    "A visitor does not see another visitor's request": forgetfulCache(),
    "A visitor's list contains only their own requests": sentHeaders((all, { url }) => {
      if (tickets.test(new URL(url).pathname)) all.set('X-Visitor-Id', 'everybody-is-the-same-one');
    }),
  },
  identity: {
    'A token that was signed with another secret is rejected': sentHeaders((all) =>
      all.delete('X-Visitor-Token'),
    ),
    'An expired token is rejected as expired': answers('GET', tickets, {
      body: (text) => text.replaceAll('IDENTITY_EXPIRED', 'IDENTITY_INVALID'),
    }),
  },
  attachments: {
    'A file is downloaded from its address without a key, never shown in the page': answers(
      'GET',
      /\/attachments\//,
      {
        headers: (all) => all.set('Content-Disposition', 'inline'),
      },
    ),
  },
  'knowledge base': {
    'The index of articles is not sent again while it is the same': sentHeaders((all) =>
      all.delete('If-None-Match'),
    ),
  },
  events: {
    'An event that is sent twice counts once': data('POST', /\/events$/, () => ({ stored: 2 })),
  },
  status: {
    'Integrations are listed with incidents and maintenance': data(
      'GET',
      /\/integrations$/,
      ({ incidents: _, ...rest }) => rest,
    ),
  },
  streams: {
    'A visitor is notified of a reply to their request, and no one else is': streamed((chunk) =>
      chunk.replaceAll('ticket_id', 'ticket'),
    ),
  },
  webhooks: {
    'A webhook is signed by the rules of Standard Webhooks': data(
      'POST',
      /\/webhooks$/,
      (made) => ({ ...made, secret: `whsec_${'A'.repeat(44)}` }),
    ),
  },
};

/** Answers every read of a request as if its creator had sent it. */
function forgetfulCache(): Intercept {
  const owners = new Map<string, string>();
  return async (request, next) => {
    const { pathname } = new URL(request.url);
    const owner = owners.get(pathname);
    const isRead = request.method === 'GET' && owner !== undefined;
    const forOwner = sentHeaders((all) => isRead && all.set('X-Visitor-Id', owner));
    const response = await forOwner(request, next);
    const visitor = request.headers.get('X-Visitor-Id');
    if (request.method === 'POST' && tickets.test(pathname) && response.ok && visitor !== null) {
      const { data: stored } = await response.clone().json();
      owners.set(`${pathname}/${stored.id}`, visitor);
    }
    return response;
  };
}
