import { loadChunk } from '../../core/chunk.ts';
import { lazy } from '../../core/lazy.ts';

/** Loads the code of the form that is not needed before something is typed. Rejects with a `NetworkError`. */
export const loadLater = lazy(() => loadChunk(() => import('./later.ts'))).get;
