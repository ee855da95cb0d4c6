/** A word without its ending. Both sides of a search take the same ending off, so it need not be a word. */
export type Stemmer = (word: string) => string;

const englishEndings: readonly [RegExp, string][] = [
  [/ies$|ied$/, 'y'],
  [/(?<![suia])s$/, ''],
  [/ification$/, 'ify'],
  [/ations?$/, 'ate'],
  [/(?<=[cs]t|pt)ion$/, ''],
  [/(?<=ss)ion$/, ''],
  [/ability$/, 'able'],
  [/(?<=.{3})(?:ing|ed|ment|ness|able|ful|ly)$/, ''],
  [/(?<=.{4})y$/, ''],
  [/(?<=.{4})(?:er|or)$/, ''],
  [/cript$/, 'crib'],
  [/(?<=.{3})e$/, ''],
  [/([^\d])\1$/, '$1'],
];

const spanishEnding =
  /(?<=.{3})(?:amientos?|imientos?|aciones|uciones|iciones|adoras?|adores|ancias?|acion|ucion|icion|ador|mente|idades|idad|ando|iendo|ad[ao]s?|id[ao]s?|aron|ieron|aban?|ar|er|ir|an|en|as|es|os|a|o|e|s)$/;

const keep: Stemmer = (word) => word;

const stemmers: Readonly<Record<string, Stemmer>> = {
  en: (word) => englishEndings.reduce((rest, [ending, other]) => rest.replace(ending, other), word),
  es: (word) => word.replace(spanishEnding, ''),
};

/** English and Spanish lose their endings; words of other languages stay as they are. */
export function stemmerOf(locale: string): Stemmer {
  const stem = stemmers[languageOf(locale)] ?? keep;
  return (word) => (word.length < 4 || /\d/.test(word) ? word : stem(word));
}

/** `es` for `es-MX`. */
export function languageOf(locale: string): string {
  return /^[a-z]*/.exec(locale.toLowerCase())?.[0] ?? '';
}
