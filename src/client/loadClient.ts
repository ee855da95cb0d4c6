import type { LoadApi, LoadOutbox } from '../core/ports.ts';
import { NetworkError } from '../errors.ts';
import type { Client } from './client.ts';
import type { ClientOptions } from './request.ts';

/** The client comes in a chunk of its own, when something is first sent or read. */
export function loadClient(options: ClientOptions): { api: LoadApi; outbox: LoadOutbox } {
  let loading: Promise<Client> | undefined;
  const bring = () => import('./client.ts').then(({ createClient }) => createClient(options));
  const load = () => {
    // A chunk that does not come is asked for once more, and anew with the next call.
    loading ??= bring()
      .catch(bring)
      .catch((cause) => {
        loading = undefined;
        throw new NetworkError('A part of the widget did not load.', { code: 'CHUNK', cause });
      });
    return loading;
  };
  return {
    api: async () => (await load()).api,
    outbox: async (events) => (await load()).openOutbox(events),
  };
}
