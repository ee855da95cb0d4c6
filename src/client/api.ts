import { endpoints } from '../contract/index.ts';
import type { Api } from '../core/ports.ts';
import { createCache } from './cache.ts';
import { type ClientOptions, type RequestInput, request } from './request.ts';
import type { Resilience } from './resilience.ts';
import { retryPolicy } from './retry.ts';

/** The typed client: one method for each endpoint of the contract. */
export function createApi(options: ClientOptions, resilience: Resilience): Api {
  const cache = createCache();
  const calls = Object.entries(endpoints).map(([name, endpoint]) => [
    name,
    (input: RequestInput, signal?: AbortSignal) => {
      // Every attempt is the caller's, also when another visitor has signed in before the last one.
      const caller = endpoint.access === 'visitor' ? options.visitorId() : '';
      const from = { ...options, visitorId: () => caller };
      const send = (abort?: AbortSignal) =>
        retryPolicy.execute(
          () => resilience.attempt(() => request(endpoint, input, from, abort), abort),
          abort,
        );
      // A kept answer is shared by all who ask: one caller that leaves must not end it for the others.
      return 'cacheFor' in endpoint
        ? cache.get(JSON.stringify([name, input]), endpoint.cacheFor, () => send())
        : send(signal);
    },
  ]);
  // Every name has the call of its own endpoint, and its reply was parsed by that endpoint's schema.
  return Object.fromEntries(calls);
}
