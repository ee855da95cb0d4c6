import { readMarkdown } from '../../src/contract/readMessage.ts';
import { plainText } from '../base/plainText.ts';

/** The words of a message. The team writes Markdown, whose signs are left out; visitors write plain text. */
export function wordsOf(body: string, author: 'visitor' | 'agent' | 'system'): string {
  return author === 'visitor' ? body : plainText(readMarkdown(body));
}

/** Returns the first 140 characters of a text for lists, without splitting a character. */
export function excerptOf(text: string): string {
  return Array.from(text.slice(0, 280)).slice(0, 140).join('');
}
