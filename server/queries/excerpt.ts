/** Returns the first 140 characters of a text for lists, without splitting a character. */
export function excerptOf(text: string): string {
  return Array.from(text.slice(0, 280)).slice(0, 140).join('');
}
