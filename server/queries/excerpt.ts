import { readMarkdown } from '../../src/contract/readMessage.ts';
import { plainText } from '../base/plainText.ts';

/**
 * Returns the plain text of a message. The team writes Markdown, whose markup is removed. Visitors
 * write plain text.
 */
export function wordsOf(body: string, author: 'visitor' | 'agent' | 'system'): string {
  return author === 'visitor' ? body : plainText(readMarkdown(body));
}

/** Returns the first 140 characters of a text, for lists. It does not split a character. */
export function excerptOf(text: string): string {
  return Array.from(text.slice(0, 280)).slice(0, 140).join('');
}
