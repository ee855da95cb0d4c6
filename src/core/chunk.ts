import { NetworkError } from '../ownErrors.ts';

/** Loads a chunk, with one retry. @throws NetworkError `CHUNK` */
export function loadChunk<T>(load: () => Promise<T>): Promise<T> {
  return load()
    .catch(load)
    .catch((cause) => {
      throw new NetworkError('A part of the widget did not load.', { code: 'CHUNK', cause });
    });
}
