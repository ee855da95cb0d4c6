import { endpoints } from '../contract/index.ts';
import type { Api } from '../core/ports.ts';
import { type ClientOptions, type RequestInput, request } from './request.ts';
import { retryPolicy } from './retry.ts';

/** The typed client: one method for each endpoint of the contract. */
export function createApi(options: ClientOptions): Api {
  const calls = Object.entries(endpoints).map(([name, endpoint]) => [
    name,
    (input: RequestInput, signal?: AbortSignal) =>
      retryPolicy.execute(() => request(endpoint, input, options, signal), signal),
  ]);
  // Every name has the call of its own endpoint, and its reply was parsed by that endpoint's schema.
  return Object.fromEntries(calls);
}
