import { nameToEmoji } from 'gemoji';

/** Names of emoji, one or several in a row. A name within a word or an address is text. */
const names = /(?<![\w:])(?::[\w+-]{1,50}:)+(?!\w)/g;

/** Replaces names such as `:tada:` by the character. Other words between colons do not change. */
export function withEmoji(text: string): string {
  if (!text.includes(':')) return text;
  return text.replaceAll(names, (run) =>
    run.replaceAll(/:([^:]+):/g, (whole, name: string) =>
      Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? whole) : whole,
    ),
  );
}
