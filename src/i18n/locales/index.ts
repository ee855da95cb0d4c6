import type { Translation } from './en.ts';

// The sentences that a page in a language other than English needs first, in one chunk.
export { launcherLabel } from './launcherLabel.ts';

/** Languages besides English, each in a chunk of its own, which exports its sentences by its name. */
export const locales: Record<string, () => Promise<Readonly<Record<string, Translation>>>> = {
  ar: () => import('./ar.ts'),
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  he: () => import('./he.ts'),
  ja: () => import('./ja.ts'),
  pt: () => import('./pt.ts'),
};
