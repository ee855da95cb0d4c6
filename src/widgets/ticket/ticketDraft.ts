import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { randomId } from '../../core/randomId.ts';
import type { VisitorModel } from '../../core/visitor.model.ts';
import { emptyForm, type FormValues, parseDraft } from './ticketForm.ts';

/** The request that is being written, kept for its visitor until it is sent. */
export interface TicketDraftModel {
  /** Idempotency-Key of the request; its files are known by it. */
  key: ReadonlySignal<string>;
  values: ReadonlySignal<FormValues>;
  /** The open incident that is shown above the form; it goes along. */
  incident: Signal<string | null>;
  wasMailed(): boolean;
  /** Begins with what this visitor has left, or with an empty form. */
  begin(): void;
  keep(values: FormValues): void;
  /** Fills in name and e-mail, if they are still empty. */
  introduce(who: { name?: string; email?: string }): void;
  noteMail(): void;
  /** It is sent: the next one begins. */
  finish(): void;
}

export function createTicketDraft(visitor: VisitorModel): TicketDraftModel {
  const key = signal(randomId());
  const values = signal<FormValues>(emptyForm);
  let mailtoAttempted = false;

  function begin(): void {
    const { name = '', email = '' } = visitor.user();
    const kept = parseDraft(visitor.store.get('draft'));
    key.value = kept?.key ?? randomId();
    mailtoAttempted = kept?.mailtoAttempted ?? false;
    values.value = kept?.values ?? { ...emptyForm, name, email };
  }

  function keep(next: FormValues): void {
    values.value = next;
    const draft = { key: key.peek(), values: next, mailtoAttempted };
    visitor.store.set('draft', JSON.stringify(draft));
  }

  return {
    key,
    values,
    incident: signal(null),
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
