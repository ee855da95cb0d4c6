/**
 * Returns a text in the form in which it is sent. Null bytes and unpaired surrogates cannot be
 * stored, so they are replaced by U+FFFD. Line breaks become `\n`, because some browsers and hosts
 * use `\r` as well.
 */
export function storableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\0\p{Cs}]/gu, '\ufffd');
}
