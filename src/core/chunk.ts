import { NetworkError } from '../errors.ts';

/**
 * Brings a chunk; one that does not come is asked for once more.
 *
 * @throws NetworkError `CHUNK`
 */
export function bringChunk<T>(bring: () => Promise<T>): Promise<T> {
  return bring()
    .catch(bring)
    .catch((cause) => {
      throw new NetworkError('A part of the widget did not load.', { code: 'CHUNK', cause });
    });
}
