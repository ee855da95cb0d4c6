import { listTickets } from '../../../src/contract/ticket.ts';
import { type BackendResponse, expectApiError, headerOf } from '../answer.ts';
import { type CheckGroup, expectThat, Mismatch, NotChecked } from '../check.ts';
import { newVisitor } from '../testedBackend.ts';

/** Limits above this are not tested. */
const maxLimit = 200;
/** A limit that refills while it is used needs more requests than its number. */
const maxRequests = 3 * maxLimit;
const parallelRequests = 10;

function countOf(response: BackendResponse, name: string): number {
  const value = headerOf(response, name);
  expectThat(/^\d+$/.test(value), `a whole number in ${name}`, value);
  return Number(value);
}

const remainingOf = (response: BackendResponse) => countOf(response, 'X-RateLimit-Remaining');

export const rateLimit: CheckGroup = {
  name: 'rate limits',
  checks: [
    {
      name: 'Responses have the limit, the rest of it, and the time when it is full again',
      advice:
        'Send X-RateLimit-Limit, X-RateLimit-Remaining and X-RateLimit-Reset (Unix time in seconds) with every response to a key.',
      async run(backend) {
        const response = await backend.call(listTickets, newVisitor());
        const limit = countOf(response, 'X-RateLimit-Limit');
        const remaining = remainingOf(response);
        expectThat(remaining < limit, `fewer than ${limit} remaining`, `${remaining}`);
        const reset = countOf(response, 'X-RateLimit-Reset');
        const seconds = reset - Date.now() / 1_000;
        const isSoon = seconds > -60 && seconds < 2 * 86_400;
        expectThat(isSoon, 'a Unix time in seconds within the next day', `${reset}`);
      },
    },
    {
      name: 'Each request is counted',
      advice: 'Lower X-RateLimit-Remaining with every request of the visitor.',
      async run(backend) {
        const me = newVisitor();
        const first = remainingOf(await backend.call(listTickets, me));
        const second = remainingOf(await backend.call(listTickets, me));
        expectThat(second < first, `fewer than ${first} remaining`, `${second}`);
      },
    },
    {
      name: 'Beyond the limit a visitor is rejected, with the time to retry',
      advice: 'Return 429 RATE_LIMITED with Retry-After in seconds, 1 or more.',
      async run(backend) {
        const me = newVisitor();
        const left = remainingOf(await backend.call(listTickets, me));
        if (left > maxLimit) {
          throw new NotChecked(`The limit is beyond ${maxLimit} requests: use a live key.`);
        }
        let limited: BackendResponse | undefined;
        for (let sent = 0; sent < maxRequests && limited === undefined; ) {
          const answers = await Promise.all(
            Array.from({ length: parallelRequests }, () => backend.call(listTickets, me)),
          );
          sent += answers.length;
          limited = answers.find(({ status }) => status !== 200);
        }
        if (limited === undefined) {
          throw new Mismatch(`an API error after ${left} requests`, `${maxRequests} responses`);
        }
        expectApiError(limited, 'RATE_LIMITED');
        const seconds = countOf(limited, 'Retry-After');
        expectThat(seconds >= 1, 'Retry-After of 1 second or more', `${seconds}`);
      },
    },
  ],
};
