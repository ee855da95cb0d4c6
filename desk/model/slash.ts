import type { CannedReply } from '../../src/contract/cannedReply.ts';

const maxShownReplies = 8;

/**
 * The word after a `/` at the start of a line, up to the caret. `from`: the position of the `/`.
 */
export interface Slash {
  from: number;
  word: string;
}

/** Returns undefined if the line does not begin with `/`, or the caret is not in its first word. */
export function slashAt(text: string, caret: number): Slash | undefined {
  const from = text.lastIndexOf('\n', caret - 1) + 1;
  const [, word] = /^\/([\p{L}\p{N}_-]*)$/u.exec(text.slice(from, caret)) ?? [];
  return word === undefined ? undefined : { from, word };
}

/**
 * Returns the canned replies for a word: those whose shortcut begins with it, then those whose name
 * contains it.
 */
export function cannedFor(all: readonly CannedReply[], word: string): CannedReply[] {
  const prefix = word.toLowerCase();
  const begins = all.filter(({ shortcut }) => shortcut.startsWith(prefix));
  const others = all.filter(
    (one) => !begins.includes(one) && one.name.toLowerCase().includes(prefix),
  );
  return [...begins, ...others].slice(0, maxShownReplies);
}
