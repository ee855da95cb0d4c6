import type { Agent } from '../../src/contract/agent.ts';

const maxShownAgents = 8;

/** The word after an `@`, up to the caret. `from`: the position of the `@`. */
export interface Mention {
  from: number;
  word: string;
}

/** Returns undefined if no word before the caret begins with `@`. */
export function mentionAt(text: string, caret: number): Mention | undefined {
  const [, word] = /(?:^|[\s([])@([\p{L}\p{N}.'-]*)$/u.exec(text.slice(0, caret)) ?? [];
  return word === undefined ? undefined : { from: caret - word.length - 1, word };
}

/** Returns the agents who have a name that begins with the word. */
export function agentsFor(all: readonly Agent[], word: string): Agent[] {
  const prefix = word.toLowerCase();
  return all
    .filter(({ name }) =>
      name
        .toLowerCase()
        .split(/\s+/)
        .some((part) => part.startsWith(prefix)),
    )
    .slice(0, maxShownAgents);
}
