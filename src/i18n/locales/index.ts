import type { Translation } from './en.ts';

// The sentences that a page in another language than English needs first, as one chunk.
export { launcherLabel } from './launcherLabel.ts';

/**
 * All languages except English. Each is a separate chunk, which exports its sentences under its
 * name.
 */
export const locales: Record<string, () => Promise<Readonly<Record<string, Translation>>>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  he: () => import('./he.ts'),
  ja: () => import('./ja.ts'),
  pt: () => import('./pt.ts'),
};
