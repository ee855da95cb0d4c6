import { signal } from '@preact/signals-core';
import { priorities } from '../contract/priority.ts';
import type { Prefill, TicketPrefill } from './context.ts';
import { explain, isKnownName } from './explain.ts';
import { textIn } from './textIn.ts';

/** The fields that a page can prefill. */
const names = ['subject', 'description', 'category', 'priority', 'name', 'email'] as const;

/** Stores the host's values for the form until it takes them over. */
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

/**
 * Returns the valid fields of the form as text. Unknown fields, and values that are not text, are
 * reported and omitted.
 */
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
