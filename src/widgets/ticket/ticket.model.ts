import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { CustomField, TicketCategory } from '../../contract/config.ts';
import type { SupportContext } from '../../core/context.ts';
import type { EntryError } from '../../core/outboxEntry.ts';
import { storedErrorOf } from '../../core/storedError.ts';
import type { I18n } from '../../i18n/translator.ts';
import { loadLater, loadMail } from './loadLater.ts';
import type { problemSentence } from './problemSentence.ts';
import { createTicketBody, type TicketBody } from './ticketBody.ts';
import { createTicketDraft, type TicketDraftModel } from './ticketDraft.ts';
import { customName, type FormValues } from './ticketForm.ts';
import type { Problems } from './ticketProblems.ts';
import type { TicketStatus } from './ticketStatus.ts';
import type { TicketSuggestions } from './ticketSuggestions.ts';
import { createTicketWays } from './ticketWays.ts';

export interface TicketModel extends TicketBody {
  draft: TicketDraftModel;
  status: ReadonlySignal<TicketStatus>;
  values: ReadonlySignal<FormValues>;
  problems: ReadonlySignal<Problems>;
  /** Returns what is wrong with a field and how to fix it. */
  problemOf(field: string, i18n: I18n): string | undefined;
  categories: ReadonlySignal<readonly TicketCategory[]>;
  fields: ReadonlySignal<readonly CustomField[]>;
  /** Whether the form must ask for the name and the e-mail address. */
  asksName: ReadonlySignal<boolean>;
  asksEmail: ReadonlySignal<boolean>;
  /** Idempotency-Key of the current request. It also identifies its files. */
  key: ReadonlySignal<string>;
  /** Null before the first input, and without a knowledge base. */
  suggestions: ReadonlySignal<TicketSuggestions | null>;
  /** There is no backend, so the request is sent by mail. */
  byMail: boolean;
  show(): void;
  change(values: Partial<FormValues>): void;
  changeCustom(id: string, value: string | boolean): void;
  /** Validates and sends the form. A second call while it is being sent does nothing. */
  submit(): Promise<void>;
  /** Opens the visitor's mail program with the request. */
  mail(): Promise<void>;
  /** The request as text, for the clipboard. */
  wholeText(): Promise<string>;
  /** Shows an error that is not about sending. */
  showError(error: EntryError): void;
  edit(): void;
  dispose(): void;
}

export function createTicketModel(context: SupportContext): TicketModel {
  const { visitor, tenantConfig, track, page, outbox, messenger } = context;
  const status = signal<TicketStatus>({ at: 'editing' });
  const problems = signal<Problems>({});
  const draft = createTicketDraft(visitor);
  const { key, values, keep, origin } = draft;
  const suggestions = signal<TicketSuggestions | null>(null);
  const outgoing = createTicketBody(draft, suggestions);
  const ways = createTicketWays(context, draft);
  let isDisposed = false;
  let sentence: typeof problemSentence | undefined;
  const known = computed(() => {
    visitor.details.value; // read again after every `identify`
    return visitor.user();
  });

  const stopVisitor = effect(() => {
    visitor.epoch.value;
    draft.begin();
    problems.value = {};
    status.value = { at: 'editing' };
  });
  const stopDetails = effect(() => draft.introduce(known.value));
  const stopPrefill = effect(() => {
    context.prefill.version.value;
    if (status.value.at === 'sending') return; // the entry is removed once the outcome is known
    const begun = context.prefill.take();
    if (!begun) return;
    keep({ ...values.peek(), ...begun });
    status.value = { at: 'editing' };
  });

  function change(next: Partial<FormValues>): void {
    // Loads the code that sends while the person writes, so that it is available without a network.
    outbox?.load().catch(() => {});
    loadLater().catch(() => {}); // loaded again when it is needed
    void suggest();
    if (outbox) messenger.expect('sent');
    else loadMail().catch(() => {});
    keep({ ...values.peek(), ...next });
    origin.value = { at: 'new' };
    clearProblems(Object.keys(next));
  }

  function clearProblems(names: string[]): void {
    const left = Object.entries(problems.peek()).filter(([name]) => !names.includes(name));
    problems.value = Object.fromEntries(left);
  }

  /**
   * Starts the search for articles that may answer. If it fails to load, the form works without it.
   */
  async function suggest(): Promise<void> {
    if (!context.articles || suggestions.peek()) return;
    try {
      const loading = [loadLater(), context.articles.load()] as const;
      const [{ createTicketSuggestions }, articles] = await Promise.all(loading);
      articles.load();
      if (!isDisposed) suggestions.value ??= createTicketSuggestions(articles, context, values);
    } catch {
      // retried with the next keystroke
    }
  }

  async function mail(): Promise<void> {
    const { href, cut, whole } = await ways.mail();
    draft.noteMail();
    track('support_mailto_fallback', {
      category: values.peek().category || null,
      has_backend: outbox !== null,
      cut,
    });
    if (whole) status.value = { at: 'mailed', mail: whole };
    page.go(href);
  }

  function showError(error: EntryError): void {
    status.value = { at: 'failed', error };
  }

  function fail(error: EntryError): void {
    const { category, priority } = values.peek();
    track('support_ticket_failed', { reason: error.code, category, priority });
    showError(error);
  }

  async function submit(): Promise<void> {
    if (status.peek().at === 'sending') return;
    // Read now, because the visitor may have changed when the code has loaded.
    const sent = {
      id: key.peek(),
      values: values.peek(),
      surroundings: outgoing.surroundings(),
      excluded: outgoing.excluded.peek(),
      writer: visitor.epoch.peek(),
    };
    status.value = { at: 'sending' };
    origin.value = { at: 'new' };
    try {
      const later = await loadLater();
      sentence = later.problemSentence;
      await later.submitTicket(sent, { status, problems, draft, suggestions, fail, mail }, context);
    } catch (cause) {
      if (visitor.epoch.peek() !== sent.writer) return;
      if (outbox) fail(storedErrorOf(cause));
      else await mail();
    }
  }

  return {
    status,
    values,
    problems,
    problemOf(field, i18n) {
      const problem = problems.value[field]; // read before the code has loaded, so that views follow
      return problem && sentence?.(problem, i18n);
    },
    ...outgoing,
    key,
    categories: tenantConfig.categories,
    fields: tenantConfig.fields,
    asksName: computed(() => known.value.name === undefined || 'name' in problems.value),
    asksEmail: computed(() => known.value.email === undefined || 'email' in problems.value),
    suggestions,
    draft,
    byMail: outbox === null,
    show() {
      tenantConfig.load();
      outbox?.files.restore();
    },
    change,
    changeCustom(id, value) {
      change({ custom: { ...values.peek().custom, [id]: value } });
      clearProblems([customName(id)]);
    },
    submit,
    mail,
    wholeText: ways.wholeText,
    showError,
    edit() {
      status.value = { at: 'editing' };
    },
    dispose() {
      stopVisitor();
      stopDetails();
      stopPrefill();
      isDisposed = true;
      suggestions.peek()?.dispose();
    },
  };
}
