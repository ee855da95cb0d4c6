/**
 * Returns a written text as it is sent. Null bytes and unpaired surrogates cannot be stored anywhere, so
 * U+FFFD replaces them. Line breaks become `\n`: some browsers and hosts hand over `\r` as well.
 */
export function storableText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\0\p{Cs}]/gu, '\ufffd');
}
