import type { Language } from './language.ts';

const stopWords =
  'في من على الى عن هل ما كيف لا هذا هذه التي الذي ان او مع لم لن قد كان ثم هو هي انا نحن يمكن اريد شكرا مرحبا';

/** Matches "the", alone or after "and", "with", "like" or "so", and "for the". */
const article = /^(?:[وبكف]?ال|لل)(?=.{3})/;

export const language: Language = {
  stopWords: new Set(stopWords.split(' ')),
  stem: (word) => word.replace(article, ''),
};
