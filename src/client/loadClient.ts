import type { GetToken, LoadApi, LoadOutbox, OpenLive } from '../core/ports.ts';
import { NetworkError } from '../errors.ts';
import type { Client } from './client.ts';
import type { ClientOptions } from './request.ts';

interface LoadOptions extends Omit<ClientOptions, 'identity'> {
  getToken?: GetToken | undefined;
}

export interface LoadedClient {
  api: LoadApi;
  outbox: LoadOutbox;
  live: OpenLive;
  /** Another visitor is here: the token of the one before must not be used. */
  forgetIdentity(): void;
}

/** The client comes in a chunk of its own, when something is first sent or read. */
export function loadClient({ getToken, ...options }: LoadOptions): LoadedClient {
  let loading: Promise<Client> | undefined;
  let forgetIdentity = () => {};
  const bring = () =>
    import('./client.ts').then(({ createClient, createIdentity }) => {
      const identity = getToken ? createIdentity(getToken) : null;
      if (identity) forgetIdentity = identity.forget;
      return createClient({ ...options, identity });
    });
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
    live(hear) {
      let stop: (() => void) | null = () => {};
      load().then(
        (client) => {
          if (stop) stop = client.openLive(hear);
        },
        () => {}, // told to whoever reads or writes; changes are seen with the next opening
      );
      return () => {
        stop?.();
        stop = null;
      };
    },
    forgetIdentity: () => forgetIdentity(),
  };
}
