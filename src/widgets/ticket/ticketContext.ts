import type { ArticleResult } from '../../contract/article.ts';
import { limits } from '../../contract/limits.ts';
import type { ShownSuggestion } from '../../contract/suggestion.ts';
import type { TicketContext, TicketDraft } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { storableText } from '../../core/storableText.ts';
import type { FormValues } from './ticketForm.ts';

/** One piece that the person may keep back. */
export type ContextName =
  | keyof TicketContext
  | 'name'
  | 'account'
  | 'suggestions'
  | 'incident'
  | 'mailtoAttempted';

/** What goes along besides the words and the page. */
export interface Surroundings {
  mailtoAttempted: boolean;
  suggestions: readonly ArticleResult[];
  incident: string | null;
}

/** Every piece that would go along, character by character as it goes. Empty ones are left out. */
export function contextLines(
  { name }: FormValues,
  context: SupportContext,
  { mailtoAttempted, suggestions, incident }: Surroundings,
): Map<ContextName, string> {
  const lines: [ContextName, string][] = [
    ['name', storableText(name)],
    ['account', Object.values(accountOf(context.visitor)).join(' · ')],
    ...pageLines(context),
    ['suggestions', suggestions.map(asLine).join('\n')],
    ['incident', incident ?? ''],
    ['mailtoAttempted', mailtoAttempted ? 'true' : ''],
  ];
  return new Map(lines.filter(([, value]) => value !== ''));
}

/** The request as the backend takes it: what was written, and what was not kept back. */
export function draftOf(
  values: FormValues,
  context: SupportContext,
  { mailtoAttempted, suggestions, incident }: Surroundings,
  keptBack: ReadonlySet<ContextName>,
): TicketDraft {
  const goes = (name: ContextName) => !keptBack.has(name);
  return {
    subject: storableText(values.subject),
    description: storableText(values.description),
    email: values.email.trim(),
    ...(values.name && goes('name') && { name: storableText(values.name) }),
    priority: values.priority,
    category: values.category,
    ...(goes('account') && accountOf(context.visitor)),
    mailtoAttempted: mailtoAttempted && goes('mailtoAttempted'),
    ...(Object.keys(values.custom).length > 0 && { customFields: storableValues(values.custom) }),
    context: Object.fromEntries(
      pageLines(context).filter(([name, value]) => value !== '' && goes(name)),
    ),
    ...(suggestions.length > 0 && goes('suggestions') && { suggestions: suggestions.map(asShown) }),
    ...(incident !== null && goes('incident') && { incident_id: incident }),
  };
}

/** A longer line is cut: nobody could mend it, and the request must not fail of it. */
function pageLines({ page, i18n, appVersion, lastRead }: SupportContext) {
  const lines: [keyof TicketContext, string][] = [
    ['url', page.url().slice(0, limits.url)],
    ['title', page.title()],
    ['browser', page.browser()],
    ['locale', i18n.locale.value],
    ['version', appVersion],
    ['article', lastRead.value ?? ''],
  ];
  return lines.map(([name, value]): [keyof TicketContext, string] => [
    name,
    storableText(name === 'url' ? value : value.slice(0, limits.contextLine)),
  ]);
}

/** Title, address, snippet, relevance, that it was suggested, and its short name. */
function asLine(result: ArticleResult): string {
  return Object.values(asShown(result)).join(' · ');
}

/** What the team sees of a suggestion. */
function asShown(result: ArticleResult): ShownSuggestion {
  const { title, url, snippet, relevance_score, auto_suggested, slug } = result;
  const short = snippet.slice(0, limits.contextLine);
  return { title, url, snippet: short, relevance_score, auto_suggested, slug };
}

function storableValues(custom: FormValues['custom']): FormValues['custom'] {
  return Object.fromEntries(
    Object.entries(custom).map(([id, value]) => [
      id,
      typeof value === 'string' ? storableText(value) : value,
    ]),
  );
}

/** The ids that the host gave, cut to what the contract takes. */
function accountOf(visitor: SupportContext['visitor']): Partial<TicketDraft> {
  const { id: userId } = visitor.user();
  const { id: tenantId, plan } = visitor.tenant();
  return {
    ...(userId && { userId: storableText(userId.slice(0, limits.id)) }),
    ...(tenantId && { tenantId: storableText(tenantId.slice(0, limits.id)) }),
    ...(plan && { customerTier: storableText(plan.slice(0, limits.tier).toLowerCase()) }),
  };
}
