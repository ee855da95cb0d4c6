import type { ArticleResult } from '../../contract/article.ts';
import { limits } from '../../contract/limits.ts';
import type { ShownSuggestion } from '../../contract/suggestion.ts';
import type { TicketContext, TicketDraft } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import type { FormValues } from './ticketForm.ts';

/** One piece of context that the person may keep back. */
export type ContextName = keyof TicketContext | 'account' | 'suggestions';

/** Every piece that would go along, character by character as it goes. Empty ones are left out. */
export function contextLines(
  { page, visitor, i18n, appVersion, lastRead }: SupportContext,
  suggestions: readonly ArticleResult[],
): Map<ContextName, string> {
  const account = Object.values(accountOf(visitor)).join(', ');
  const lines: [ContextName, string][] = [
    ['account', account],
    ['url', page.url()],
    ['title', page.title()],
    ['browser', page.browser()],
    ['locale', i18n.locale.value],
    ['version', appVersion],
    ['article', lastRead.value ?? ''],
    ['suggestions', suggestions.map(({ title }) => title).join(', ')],
  ];
  return new Map(
    lines
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, storable(value.slice(0, limitOf(name)))]),
  );
}

interface Surroundings {
  keptBack: ReadonlySet<ContextName>;
  mailtoAttempted: boolean;
  suggestions: readonly ArticleResult[];
  incident: string | null;
}

/** The request as the backend takes it: what was written, and what was not kept back. */
export function draftOf(
  values: FormValues,
  context: SupportContext,
  { keptBack, mailtoAttempted, suggestions, incident }: Surroundings,
): TicketDraft {
  const lines = [...contextLines(context, [])].filter(
    ([name]) => !keptBack.has(name) && name !== 'account',
  );
  return {
    subject: storable(values.subject),
    description: storable(values.description),
    email: values.email.trim(),
    ...(values.name && { name: storable(values.name) }),
    priority: values.priority,
    category: values.category,
    ...(!keptBack.has('account') && accountOf(context.visitor)),
    mailtoAttempted,
    ...(Object.keys(values.custom).length > 0 && { customFields: storableValues(values.custom) }),
    context: Object.fromEntries(lines),
    ...(suggestions.length > 0 &&
      !keptBack.has('suggestions') && { suggestions: suggestions.map(asShown) }),
    ...(incident !== null && { incident_id: incident }),
  };
}

/** What the team sees of a suggestion. */
function asShown(result: ArticleResult): ShownSuggestion {
  const { title, url, snippet, relevance_score, auto_suggested, slug } = result;
  const short = snippet.slice(0, limits.contextLine);
  return { title, url, snippet: short, relevance_score, auto_suggested, slug };
}

/** A longer line is cut: nobody could mend it, and the request must not fail of it. */
function limitOf(name: ContextName): number {
  return name === 'url' ? limits.url : limits.contextLine;
}

function storableValues(custom: FormValues['custom']): FormValues['custom'] {
  return Object.fromEntries(
    Object.entries(custom).map(([id, value]) => [
      id,
      typeof value === 'string' ? storable(value) : value,
    ]),
  );
}

/** Null bytes and unpaired surrogates cannot be stored anywhere; U+FFFD stands in for them. */
function storable(text: string): string {
  return text.replace(/[\0\p{Cs}]/gu, '\ufffd');
}

/** The ids that the host gave, cut to what the contract takes. */
function accountOf(visitor: SupportContext['visitor']): Partial<TicketDraft> {
  const { id: userId } = visitor.user();
  const { id: tenantId, plan } = visitor.tenant();
  return {
    ...(userId && { userId: storable(userId.slice(0, limits.id)) }),
    ...(tenantId && { tenantId: storable(tenantId.slice(0, limits.id)) }),
    ...(plan && { customerTier: storable(plan.slice(0, limits.tier).toLowerCase()) }),
  };
}
