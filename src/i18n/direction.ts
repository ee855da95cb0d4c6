const rtl = /^(ar|fa|he|ur|yi)\b/;

/** Returns the writing direction of a BCP 47 language tag. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rtl.test(locale) ? 'rtl' : 'ltr';
}
