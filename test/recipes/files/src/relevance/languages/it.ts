import type { Language } from './language.ts';

const stopWords = 'a al alla che come con da dal dei del di e il in la le lo mio per un una';

export const language: Language = {
  stopWords: new Set(stopWords.split(' ')),
  stem: (word) => word.replace(/(?<=.{3})[aeio]$/, ''),
};
