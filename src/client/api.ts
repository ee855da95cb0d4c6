import { endpoints } from '../contract/index.ts';
import type { Api } from '../core/ports.ts';
import { type ClientOptions, type RequestInput, request } from './request.ts';
import { retryPolicy } from './retry.ts';

/** The typed client: one method for each endpoint of the contract. */
export function createApi(options: ClientOptions): Api {
  const calls = Object.entries(endpoints).map(([name, endpoint]) => [
    name,
    (input: RequestInput, signal?: AbortSignal) => {
      // Every attempt is the caller's, also when another visitor has signed in before the last one.
      const caller = endpoint.access === 'visitor' ? options.visitorId() : '';
      const from = { ...options, visitorId: () => caller };
      return retryPolicy.execute(() => request(endpoint, input, from, signal), signal);
    },
  ]);
  // Every name has the call of its own endpoint, and its reply was parsed by that endpoint's schema.
  return Object.fromEntries(calls);
}
