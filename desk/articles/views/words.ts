import type { ArticleState } from '../../../src/contract/articleEditing.ts';
import type { Tone } from '../../../src/ui/Tag.tsx';
import { momentInWords } from '../../views/dates.ts';

export const stateNames: Record<ArticleState, string> = {
  published: 'Published',
  scheduled: 'Scheduled',
  draft: 'Draft',
};

export const stateTones: Record<ArticleState, Tone> = {
  published: 'green',
  scheduled: 'blue',
  draft: 'grey',
};

/** Returns a text such as `Nov 30, 2026, 3:00 PM by Marta Klein`. */
export function savedInWords(at: string, by: string | null): string {
  return `${momentInWords(at)} by ${by === '' ? 'an unnamed key' : (by ?? 'an import')}`;
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** Returns the name of a language, such as `Portuguese`. */
export const languageName = (locale: string): string => names.of(locale) ?? locale;
