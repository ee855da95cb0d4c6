import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { ContextName, Surroundings } from './ticketContext.ts';
import type { TicketDraftModel } from './ticketDraft.ts';
import type { TicketSuggestions } from './ticketSuggestions.ts';

/** The attached context, and the values that the person has switched off. */
export interface TicketBody {
  excluded: ReadonlySignal<ReadonlySet<ContextName>>;
  /** Reads signals. */
  surroundings(): Surroundings;
  /** Includes (`send` true) or excludes a value of the context. */
  allow(name: ContextName, send: boolean): void;
}

export function createTicketBody(
  { wasMailed, incident }: TicketDraftModel,
  suggestions: ReadonlySignal<TicketSuggestions | null>,
): TicketBody {
  const excluded = signal<ReadonlySet<ContextName>>(new Set());
  return {
    excluded,
    surroundings: () => ({
      mailtoAttempted: wasMailed(),
      suggestions: suggestions.value?.shown() ?? [],
      incident: incident.value,
    }),
    allow(name, send) {
      const others = [...excluded.peek()].filter((one) => one !== name);
      excluded.value = new Set(send ? others : [...others, name]);
    },
  };
}
