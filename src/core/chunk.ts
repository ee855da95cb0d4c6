import { NetworkError } from '../errors.ts';

/** Loads a chunk, with one retry. @throws NetworkError `CHUNK` */
export function bringChunk<T>(bring: () => Promise<T>): Promise<T> {
  return bring()
    .catch(bring)
    .catch((cause) => {
      throw new NetworkError('A part of the widget did not load.', { code: 'CHUNK', cause });
    });
}
