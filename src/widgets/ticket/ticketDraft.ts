import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { randomId } from '../../core/randomId.ts';
import type { VisitorModel } from '../../core/visitor.model.ts';
import { emptyForm, type FormValues, parseDraft } from './ticketForm.ts';

/** `discarded`: until the first edit, `undo` brings the draft back. */
export type DraftOrigin = { at: 'new' | 'restored' } | { at: 'discarded'; undo(): void };

/** The draft of a request, stored for its visitor until it is sent. */
export interface TicketDraftModel {
  /** Idempotency-Key of the request. It also identifies its files. */
  key: ReadonlySignal<string>;
  values: ReadonlySignal<FormValues>;
  /** The open incident that is shown above the form. It is sent with the request. */
  incident: Signal<string | null>;
  /** Becomes `new` with the first edit. */
  origin: Signal<DraftOrigin>;
  wasMailed(): boolean;
  /** Restores the draft of this visitor, or starts with an empty form. */
  begin(): void;
  keep(values: FormValues): void;
  /** Fills in name and e-mail if they are empty. */
  introduce(who: { name?: string; email?: string }): void;
  noteMail(): void;
  /** Clears the draft after it was sent, and starts the next one. */
  finish(): void;
}

export function createTicketDraft(visitor: VisitorModel): TicketDraftModel {
  const key = signal(randomId());
  const values = signal<FormValues>(emptyForm);
  const origin = signal<DraftOrigin>({ at: 'new' });
  let mailtoAttempted = false;

  function begin(): void {
    const { name = '', email = '' } = visitor.user();
    const stored = parseDraft(visitor.store.get('draft'));
    key.value = stored?.key ?? randomId();
    mailtoAttempted = stored?.mailtoAttempted ?? false;
    values.value = stored?.values ?? { ...emptyForm, name, email };
    const isWritten = stored?.values.subject || stored?.values.description;
    origin.value = { at: isWritten ? 'restored' : 'new' };
  }

  function keep(next: FormValues): void {
    values.value = next;
    if (origin.peek().at === 'discarded') origin.value = { at: 'new' };
    const draft = { key: key.peek(), values: next, mailtoAttempted };
    visitor.store.set('draft', JSON.stringify(draft));
  }

  return {
    key,
    values,
    incident: signal(null),
    origin,
    wasMailed: () => mailtoAttempted,
    begin,
    keep,
    introduce({ name = '', email = '' }) {
      const written = values.peek();
      values.value = { ...written, name: written.name || name, email: written.email || email };
    },
    noteMail() {
      mailtoAttempted = true;
      keep(values.peek());
    },
    finish() {
      visitor.store.remove('draft');
      begin();
    },
  };
}
