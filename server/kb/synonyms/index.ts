import { languageOf } from '../../../src/relevance/language.ts';
import { digest } from '../../base/digest.ts';
import { en } from './en.ts';
import { es } from './es.ts';

const common: Readonly<Record<string, string[][]>> = {
  en: groupsOf(en),
  es: groupsOf(es),
};

/** Changes when the common lists change. */
export const synonymsVersion = digest(en + es).slice(0, 8);

/** Returns the groups of an account, followed by the common groups of the language. */
export function withCommonSynonyms(own: string[][], locale: string): string[][] {
  return [...own, ...(common[languageOf(locale)] ?? [])];
}

function groupsOf(list: string): string[][] {
  const lines = list.trim().split('\n');
  return lines.map((line) => line.split(', '));
}
