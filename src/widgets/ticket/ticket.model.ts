import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { CustomField, TicketCategory } from '../../contract/config.ts';
import type { SupportContext } from '../../core/context.ts';
import { randomId } from '../../core/randomId.ts';
import { mailOf, textOf, type WrittenRequest } from '../../integrations/ticketMail.ts';
import { sendThrough } from './sendThrough.ts';
import { type ContextName, contextLines, draftOf } from './ticketContext.ts';
import {
  customName,
  emptyForm,
  type FormValues,
  findProblems,
  type Problems,
  parseDraft,
  refusalsOf,
} from './ticketForm.ts';
import type { TicketStatus } from './ticketStatus.ts';

export interface TicketModel {
  status: ReadonlySignal<TicketStatus>;
  values: ReadonlySignal<FormValues>;
  problems: ReadonlySignal<Problems>;
  categories: ReadonlySignal<readonly TicketCategory[]>;
  fields: ReadonlySignal<readonly CustomField[]>;
  /** Whether the form has to ask who writes. */
  asksName: ReadonlySignal<boolean>;
  asksEmail: ReadonlySignal<boolean>;
  keptBack: ReadonlySignal<ReadonlySet<ContextName>>;
  contextLines(): Map<ContextName, string>;
  /** Without a backend the request goes by mail. */
  byMail: boolean;
  show(): void;
  change(values: Partial<FormValues>): void;
  changeCustom(id: string, value: string | boolean): void;
  /** `send` true lets the piece of context go along. */
  allow(name: ContextName, send: boolean): void;
  /** Checks and sends. While a request is under way a second call does nothing. */
  submit(): Promise<void>;
  /** Opens the visitor's mail program with the request. */
  mail(): void;
  /** The request as text, for the clipboard. */
  wholeText(): string;
  edit(): void;
  dispose(): void;
}

export function createTicketModel(context: SupportContext): TicketModel {
  const { visitor, tenantConfig, track, page, outbox, messenger } = context;
  const status = signal<TicketStatus>({ at: 'editing' });
  const values = signal<FormValues>(emptyForm);
  const problems = signal<Problems>({});
  const keptBack = signal<ReadonlySet<ContextName>>(new Set());
  let key = randomId();
  let mailtoAttempted = false;

  const known = computed(() => {
    visitor.details.value; // read anew with every `identify`
    return visitor.user();
  });

  function startForVisitor(): void {
    const { name = '', email = '' } = visitor.user();
    const kept = parseDraft(visitor.store.get('draft'));
    key = kept?.key ?? randomId();
    mailtoAttempted = kept?.mailtoAttempted ?? false;
    values.value = kept?.values ?? { ...emptyForm, name, email };
    problems.value = {};
    status.value = { at: 'editing' };
  }

  function keep(next: FormValues): void {
    values.value = next;
    visitor.store.set('draft', JSON.stringify({ key, values: next, mailtoAttempted }));
  }

  const stopVisitor = effect(() => {
    visitor.epoch.value;
    startForVisitor();
  });
  const stopDetails = effect(() => {
    const { name = '', email = '' } = known.value;
    const written = values.peek();
    values.value = { ...written, name: written.name || name, email: written.email || email };
  });
  const stopPrefill = effect(() => {
    context.prefill.version.value;
    if (status.value.at === 'sending') return; // taken once the outcome is known
    const draft = context.prefill.take();
    if (!draft) return;
    keep({ ...values.peek(), ...draft });
    status.value = { at: 'editing' };
  });

  function change(next: Partial<FormValues>): void {
    // The code that sends comes while the person writes, and is there when the network is not.
    outbox?.load().catch(() => {});
    if (outbox) messenger.expect('sent');
    keep({ ...values.peek(), ...next });
    mended(Object.keys(next));
  }

  function mended(names: string[]): void {
    const left = Object.entries(problems.peek()).filter(([name]) => !names.includes(name));
    problems.value = Object.fromEntries(left);
  }

  function mail(): void {
    const written = mailOf(asWritten(values.peek()), context);
    mailtoAttempted = true;
    keep(values.peek());
    track('support_mailto_fallback', {
      category: values.peek().category || null,
      has_backend: outbox !== null,
      cut: written.cut,
    });
    status.value = { at: 'mailed', mail: written };
    page.go(written.href);
  }

  async function send(): Promise<void> {
    if (!outbox) return mail();
    const { category, priority } = values.peek();
    const body = draftOf(values.peek(), context, keptBack.peek(), mailtoAttempted);
    status.value = { at: 'sending' };
    const outcome = await sendThrough(outbox, { endpoint: 'createTicket', body }, key, visitor);
    if (outcome.at === 'left') return;
    if (outcome.at === 'removed') {
      status.value = { at: 'editing' };
      return;
    }
    if (outcome.at === 'failed') {
      track('support_ticket_failed', { reason: outcome.error.code, category, priority });
      problems.value = refusalsOf(outcome.error.details);
      status.value = outcome;
      return;
    }
    if (outcome.at === 'waiting') {
      track('support_ticket_queued', { reason: outcome.reason, category, priority });
    }
    visitor.store.remove('draft');
    startForVisitor();
    if (messenger.screen.peek().id === 'ticket') {
      messenger.replace({ id: 'sent', entryId: outcome.entryId });
    }
  }

  return {
    status,
    values,
    problems,
    keptBack,
    categories: tenantConfig.categories,
    fields: tenantConfig.fields,
    asksName: computed(() => known.value.name === undefined || 'name' in problems.value),
    asksEmail: computed(() => known.value.email === undefined || 'email' in problems.value),
    contextLines: () => contextLines(context),
    byMail: outbox === null,
    show: tenantConfig.load,
    change,
    changeCustom(id, value) {
      change({ custom: { ...values.peek().custom, [id]: value } });
      mended([customName(id)]);
    },
    allow(name, sendIt) {
      const others = [...keptBack.peek()].filter((one) => one !== name);
      keptBack.value = new Set(sendIt ? others : [...others, name]);
    },
    async submit() {
      if (status.peek().at === 'sending') return;
      problems.value = findProblems(values.peek(), tenantConfig.fields.peek());
      if (Object.keys(problems.peek()).length > 0) return;
      const { category, priority } = values.peek();
      const attempt = { original_mailto_attempt: mailtoAttempted };
      track('support_ticket_submit', { category, priority, ...attempt });
      await send();
    },
    mail,
    wholeText: () => textOf(mailOf(asWritten(values.peek()), context)),
    edit() {
      status.value = { at: 'editing' };
    },
    dispose() {
      stopVisitor();
      stopDetails();
      stopPrefill();
    },
  };
}

function asWritten({ custom, ...values }: FormValues): WrittenRequest {
  return { ...values, customFields: custom };
}
