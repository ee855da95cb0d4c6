import type { Messages } from './en.ts';

/** Languages besides English, each in a chunk of its own. */
export const locales: Record<string, () => Promise<Messages>> = {
  es: () => import('./es.ts').then((module) => module.es),
};
