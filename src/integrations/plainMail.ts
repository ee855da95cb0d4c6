import { storableText } from '../core/storableText.ts';
import type { Mail } from './mailto.ts';

/** Longest text in characters: encoded, it is still a link that common mail programs take. */
const maxText = 600;

/** Returns a link with address, subject and what fits of the text, for when the full mail's code did not load. */
export function plainMail(to: string, subject: string, text: string): Pick<Mail, 'href' | 'cut'> {
  const part = [...storableText(text)].slice(0, maxText).join('');
  const [about, body] = [`[Support] ${storableText(subject)}`, part].map(encodeURIComponent);
  return { href: `mailto:${to}?subject=${about}&body=${body}`, cut: text.length > maxText };
}
