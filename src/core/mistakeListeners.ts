import type { PenguinMailsError } from '../baseError.ts';

/**
 * Listeners that receive mistakes in addition to the console: `onError` of every instance on the
 * page.
 */
export const mistakeListeners = new Set<(mistake: PenguinMailsError) => void>();
