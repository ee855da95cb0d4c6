import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { TicketDraft } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { type ContextName, contextLines, draftOf } from './ticketContext.ts';
import type { TicketDraftModel } from './ticketDraft.ts';
import type { TicketSuggestions } from './ticketSuggestions.ts';

/** What goes to the backend, and what of it the person keeps back. */
export interface TicketBody {
  keptBack: ReadonlySignal<ReadonlySet<ContextName>>;
  contextLines(): Map<ContextName, string>;
  /** `send` true lets the piece of context go along. */
  allow(name: ContextName, send: boolean): void;
}

export function createTicketBody(
  context: SupportContext,
  { values, wasMailed, incident }: TicketDraftModel,
  suggestions: TicketSuggestions | null,
): TicketBody & { compose(): TicketDraft } {
  const keptBack = signal<ReadonlySet<ContextName>>(new Set());
  const surroundings = () => ({
    mailtoAttempted: wasMailed(),
    suggestions: suggestions?.shown() ?? [],
    incident: incident.value,
  });

  return {
    keptBack,
    contextLines: () => contextLines(values.value, context, surroundings()),
    allow(name, send) {
      const others = [...keptBack.peek()].filter((one) => one !== name);
      keptBack.value = new Set(send ? others : [...others, name]);
    },
    compose: () => draftOf(values.peek(), context, surroundings(), keptBack.peek()),
  };
}
