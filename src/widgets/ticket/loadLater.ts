import { loadChunk } from '../../core/chunk.ts';
import { lazy } from '../../core/lazy.ts';

/**
 * Loads the code of the form that is only needed after the first input. Rejects with a
 * `NetworkError`.
 */
export const loadLater = lazy(() => loadChunk(() => import('./later.ts'))).get;

/** Loads the code that writes mails. Rejects with a `NetworkError`. */
export const loadMail = lazy(() => loadChunk(() => import('../../integrations/ticketMail.ts'))).get;
