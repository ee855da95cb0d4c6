import { bringChunk } from '../../core/chunk.ts';
import { lazy } from '../../core/lazy.ts';

/** Brings the parts of the form that are not needed to paint it. Rejects with a `NetworkError`. */
export const loadLater = lazy(() => bringChunk(() => import('./later.ts'))).get;
