import { listAgentTickets } from '../../../src/contract/agent.ts';
import { getConfig } from '../../../src/contract/config.ts';
import { getTicket } from '../../../src/contract/message.ts';
import { createTicket, listTickets } from '../../../src/contract/ticket.ts';
import { expectApiError, headerOf, shown } from '../answer.ts';
import { type Check, type CheckGroup, expectThat } from '../check.ts';
import { draft, newVisitor, type TestedBackend } from '../testedBackend.ts';

const send = (backend: TestedBackend, body: unknown, headers: Record<string, string> = {}) =>
  backend.call(createTicket, newVisitor(), { body, headers });

/** A request with a missing or invalid field is rejected with the name of that field. */
function fieldCheck(field: string, value: unknown, what: string): Check {
  return {
    name: `A request with ${what} is rejected, and the error names the field`,
    advice: `Return 422 VALIDATION_ERROR with { field: "${field}", message } among the details.`,
    async run(backend) {
      const response = await send(backend, { ...draft, [field]: value });
      const { details } = expectApiError(response, 'VALIDATION_ERROR');
      const isNamed = details.some((detail) => detail.field === field);
      expectThat(isNamed, `"${field}" among the details`, shown(response));
    },
  };
}

export const errors: CheckGroup = {
  name: 'errors',
  checks: [
    {
      name: 'A request without a key is rejected',
      advice: 'Return 401 AUTHENTICATION_REQUIRED where Authorization is missing.',
      async run(backend) {
        expectApiError(await backend.call(getConfig, { key: null }), 'AUTHENTICATION_REQUIRED');
      },
    },
    {
      name: 'An unknown key is rejected',
      advice: 'Look the key up, and return 401 INVALID_KEY if it does not exist.',
      async run(backend) {
        const key = 'pk_live_conformanceUnknownKey';
        expectApiError(await backend.call(getConfig, { key }), 'INVALID_KEY');
      },
    },
    {
      name: 'A visitor endpoint needs a visitor',
      advice: 'Return 401 AUTHENTICATION_REQUIRED where neither X-Visitor-Id nor a token was sent.',
      async run(backend) {
        expectApiError(await backend.call(listTickets), 'AUTHENTICATION_REQUIRED');
      },
    },
    {
      name: 'A visitor id that is short enough to be guessed is rejected',
      advice: 'Accept only 22 to 64 base64url characters as X-Visitor-Id.',
      async run(backend) {
        const response = await backend.call(listTickets, { visitor: 'short' });
        expectApiError(response, 'AUTHENTICATION_REQUIRED');
      },
    },
    {
      name: 'A publishable key opens no endpoint of the team',
      advice: 'Return 403 PERMISSION_DENIED at agent/* for publishable keys.',
      async run(backend) {
        expectApiError(await backend.call(listAgentTickets), 'PERMISSION_DENIED');
      },
    },
    {
      name: 'An unknown path gets an error in the envelope',
      advice: 'Return 404 NOT_FOUND for every unknown path.',
      async run(backend) {
        const response = await backend.fetch('support/no-such-endpoint', {
          headers: backend.headersOf({}),
        });
        expectApiError(response, 'NOT_FOUND');
      },
    },
    {
      name: 'A wrong method is rejected, and the allowed methods are listed',
      advice: 'Return 405 METHOD_NOT_ALLOWED with the header Allow.',
      async run(backend) {
        const headers = backend.headersOf({});
        const response = await backend.fetch(getConfig.path, { method: 'DELETE', headers });
        expectApiError(response, 'METHOD_NOT_ALLOWED');
        const allowed = headerOf(response, 'Allow');
        expectThat(allowed.includes('GET'), 'GET in Allow', allowed);
      },
    },
    {
      name: 'An unknown request gets NOT_FOUND',
      advice: 'Return 404 NOT_FOUND for ids that do not exist, whatever their format.',
      async run(backend) {
        for (const id of ['none', '00000000-0000-4000-8000-000000000000']) {
          const response = await backend.call(getTicket, newVisitor(), { params: { id } });
          expectApiError(response, 'NOT_FOUND');
        }
      },
    },
    {
      name: 'A body that is not JSON is rejected',
      advice: 'Return 400 MALFORMED_REQUEST where the body cannot be parsed.',
      async run(backend) {
        expectApiError(await send(backend, '{"subject":'), 'MALFORMED_REQUEST');
      },
    },
    {
      name: 'A body of another media type is rejected',
      advice: 'Return 415 UNSUPPORTED_MEDIA_TYPE unless Content-Type is application/json.',
      async run(backend) {
        const headers = { 'Content-Type': 'text/plain' };
        const response = await send(backend, JSON.stringify(draft), headers);
        expectApiError(response, 'UNSUPPORTED_MEDIA_TYPE');
      },
    },
    fieldCheck('subject', undefined, 'no subject'),
    fieldCheck('description', '  ', 'a blank description'),
    fieldCheck('email', 'nobody', 'an address that is no e-mail address'),
    fieldCheck('priority', 'urgent', 'an unknown priority'),
  ],
};
