import { signal } from '@preact/signals-core';
import { priorities } from '../contract/priority.ts';
import type { Prefill, TicketPrefill } from './context.ts';
import { warnOnce } from './debug.ts';
import { suggestion } from './nearest.ts';
import { textIn } from './textIn.ts';

/** What a page may fill in. */
const names = ['subject', 'description', 'category', 'priority', 'name', 'email'] as const;

/** Holds what the host wants in the form until the form is there to take it. */
export function createPrefill(): Prefill {
  const version = signal(0);
  let waiting: TicketPrefill | null = null;
  return {
    version,
    put(draft) {
      waiting = { ...waiting, ...readPrefill(draft) };
      version.value++;
    },
    take() {
      const draft = waiting;
      waiting = null;
      return draft;
    },
  };
}

/** The parts of the form that the page gave, as text; what is no part of it, or no text, is named and left out. */
function readPrefill(draft: unknown): TicketPrefill {
  const entries = Object.entries(Object(draft)).flatMap(([name, value]) => {
    if (!names.some((known) => known === name)) {
      warnOnce(`The form has no "${name}" to fill in.${suggestion(names, name)}`);
      return [];
    }
    const text = typeof value === 'string' ? value : textIn(`"${name}" of the form`, value);
    if (name === 'priority' && !priorities.some((known) => known === text)) {
      if (text !== undefined)
        warnOnce(`No priority is called "${text}".${suggestion(priorities, text)}`);
      return [];
    }
    return text === undefined ? [] : [[name, text]];
  });
  return Object.fromEntries(entries);
}
