import type { Endpoint } from '../contract/endpoint.ts';
import { endpoints } from '../contract/endpoints.ts';
import { lateNames } from '../contract/lateNames.ts';
import { loadChunk } from '../core/chunk.ts';
import type { Api } from '../core/ports.ts';
import { createCache } from './cache.ts';
import { createEventReader } from './eventReader.ts';
import { type ClientOptions, type RequestInput, request } from './request.ts';
import type { Resilience } from './resilience.ts';
import { withRetries } from './retry.ts';

/** Creates the typed client, with one method for each endpoint of the contract. */
export function createApi(options: ClientOptions, resilience: Resilience): Api {
  const cache = createCache();
  const callOf =
    (name: string, endpoint: Endpoint) => (input: RequestInput, signal?: AbortSignal) => {
      // The credentials are read once, so that all attempts have the same caller, also when another
      // visitor signs in before the last one.
      const caller = endpoint.access === 'visitor' ? options.visitorId() : '';
      const from = { ...options, visitorId: () => caller };
      const send = (abort?: AbortSignal) =>
        withRetries(
          () => resilience.attempt(() => request(endpoint, input, from, abort)),
          ...[abort, options.ended],
        );
      // A cached response is shared by all callers: an abort of one must not cancel it for the others.
      return endpoint.cacheFor === undefined
        ? send(signal)
        : cache.get(
            JSON.stringify([name, input, options.identity?.party()]),
            endpoint.cacheFor,
            () => send(),
          );
    };
  const calls = Object.entries(endpoints).map(([name, endpoint]) => [name, callOf(name, endpoint)]);
  const lateCalls = lateNames.map((name) => [
    name,
    async (input: RequestInput, signal?: AbortSignal) => {
      const { lateEndpoints } = await loadLate();
      return callOf(name, lateEndpoints[name])(input, signal);
    },
  ]);
  const writeAnswer: Api['writeAnswer'] = async (input, signal) =>
    (await loadLate()).writeAnswer([request, options, createEventReader], input, signal);
  // Each name has the call of its own endpoint, and the endpoint's schema has parsed its reply.
  return Object.fromEntries([...calls, ...lateCalls, ['writeAnswer', writeAnswer]]);
}

/** Loads with the first call that needs it. */
function loadLate() {
  return loadChunk(() => import('./late.ts'));
}
