import { storableText } from '../core/storableText.ts';
import type { Mail } from './mailto.ts';

/**
 * Maximum length of the text in characters. The encoded link still works in common mail programs.
 */
const maxText = 600;

/**
 * Returns a mailto link with address, subject and the beginning of the text. It is used if the code
 * of the full mail did not load.
 */
export function plainMail(to: string, subject: string, text: string): Pick<Mail, 'href' | 'cut'> {
  const part = [...storableText(text)].slice(0, maxText).join('');
  const [about, body] = [`[Support] ${storableText(subject)}`, part].map(encodeURIComponent);
  return { href: `mailto:${to}?subject=${about}&body=${body}`, cut: text.length > maxText };
}
