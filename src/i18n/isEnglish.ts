/** True for a BCP 47 tag of English, whose sentences are part of the code that shows them. */
export const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);
