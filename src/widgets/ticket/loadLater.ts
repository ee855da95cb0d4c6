import { bringChunk } from '../../core/chunk.ts';
import { lazy } from '../../core/lazy.ts';

/**
 * Loads the parts of the form that are not needed for the first paint. Rejects with a
 * `NetworkError`.
 */
export const loadLater = lazy(() => bringChunk(() => import('./later.ts'))).get;
