import { signal } from '@preact/signals-core';
import { priorities } from '../contract/priority.ts';
import type { Prefill, TicketPrefill } from './context.ts';
import { explain, isKnownName } from './explain.ts';
import { textIn } from './textIn.ts';

/** The fields that a page can prefill. */
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
  if (typeof draft !== 'object' || draft === null) {
    explain(({ noPrefill }) => noPrefill);
    return {};
  }
  const entries = Object.entries(draft).flatMap(([name, value]) => {
    if (!isKnownName('field to fill in', names, name)) return [];
    const text = typeof value === 'string' ? value : textIn(`"${name}" of the form`, value);
    if (text === undefined) return [];
    if (name === 'priority' && !isKnownName('priority', priorities, text)) return [];
    return [[name, text]];
  });
  return Object.fromEntries(entries);
}
