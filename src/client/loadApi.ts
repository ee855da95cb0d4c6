import type { Api, LoadApi } from '../core/ports.ts';
import { NetworkError } from '../errors.ts';
import type { ClientOptions } from './request.ts';

/** The client comes in a chunk of its own, when something is first sent or read. */
export function loadApi(options: ClientOptions): LoadApi {
  let loading: Promise<Api> | undefined;
  const bring = () => import('./api.ts').then(({ createApi }) => createApi(options));
  return () => {
    // A chunk that does not come is asked for once more, and anew with the next call.
    loading ??= bring()
      .catch(bring)
      .catch((cause) => {
        loading = undefined;
        throw new NetworkError('A part of the widget did not load.', { code: 'CHUNK', cause });
      });
    return loading;
  };
}
