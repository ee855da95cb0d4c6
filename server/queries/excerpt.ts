/** What a list shows of a text: its first 140 characters, none of them split. */
export function excerptOf(text: string): string {
  return Array.from(text.slice(0, 280)).slice(0, 140).join('');
}
