import { bringChunk } from '../../core/chunk.ts';
import { lazy } from '../../core/lazy.ts';

/** Loads the code of the form that is not needed before something is written. Rejects with a `NetworkError`. */
export const loadLater = lazy(() => bringChunk(() => import('./later.ts'))).get;
