import type { Signal } from '@preact/signals-core';
import type { SupportContext } from '../../core/context.ts';
import { filesOf } from '../../core/files.model.ts';
import type { EntryError } from '../../core/outboxEntry.ts';
import { sendThrough } from './sendThrough.ts';
import { type ContextName, draftOf, type Surroundings } from './ticketContext.ts';
import type { TicketDraftModel } from './ticketDraft.ts';
import type { FormValues } from './ticketForm.ts';
import { findProblems, type Problems, problemsFrom } from './ticketProblems.ts';
import type { TicketStatus } from './ticketStatus.ts';
import type { TicketSuggestions } from './ticketSuggestions.ts';

/** The form when its button was pressed. */
export interface Submission {
  /** Idempotency-Key. */
  id: string;
  values: FormValues;
  surroundings: Surroundings;
  excluded: ReadonlySet<ContextName>;
  /** `epoch` of the visitor model, because another visitor may sign in later. */
  writer: number;
}

/** The parts of the form that a submission changes. */
interface SubmittedForm {
  status: Signal<TicketStatus>;
  problems: Signal<Problems>;
  draft: TicketDraftModel;
  suggestions: Signal<TicketSuggestions | null>;
  fail(error: EntryError): void;
  mail(): Promise<void>;
}

/**
 * Validates the form and passes it to the outbox, or without a backend to the mail program. Ends
 * without an effect if the visitor has changed in the meantime.
 */
export async function submitTicket(
  { id, values, surroundings, excluded, writer }: Submission,
  { status, problems, draft, suggestions, fail, mail }: SubmittedForm,
  context: SupportContext,
): Promise<void> {
  const { visitor, tenantConfig, track, outbox, messenger } = context;
  if (visitor.epoch.peek() !== writer) return;
  const { category, priority } = values;
  problems.value = findProblems(values, tenantConfig.fields.peek());
  const isComplete = Object.keys(problems.peek()).length === 0;
  if (isComplete) {
    const attempt = { original_mailto_attempt: surroundings.mailtoAttempted };
    track('support_ticket_submit', { category, priority, ...attempt });
  }
  if (!isComplete || !outbox) status.value = { at: 'editing' };
  if (!isComplete) return;
  if (!outbox) return mail();

  const body = draftOf(values, context, surroundings, excluded);
  const files = filesOf(outbox.files).idsOf(id);
  const write = { endpoint: 'createTicket', body } as const;
  const outcome = await sendThrough(outbox, { id, write, files }, visitor);
  switch (outcome.at) {
    case 'left':
      return;
    case 'removed':
      status.value = { at: 'editing' };
      return;
    case 'failed':
      problems.value = problemsFrom(outcome.error.details);
      return fail(outcome.error);
    case 'waiting':
      track('support_ticket_queued', { reason: outcome.reason, category, priority });
  }
  const written = draft.values.peek();
  draft.finish();
  visitor.store.remove('exchange');
  // Text that was typed while the request was sent is not in it, and begins the next draft.
  if (written.subject !== values.subject || written.description !== values.description) {
    draft.keep(written);
  }
  suggestions.peek()?.clear();
  status.value = { at: 'editing' };
  if (messenger.screen.peek().id === 'ticket') {
    messenger.replace({ id: 'sent', entryId: outcome.entryId });
  }
}
