import type { ArticleResult } from '../../contract/article.ts';
import { limits } from '../../contract/limits.ts';
import type { ShownSuggestion } from '../../contract/suggestion.ts';
import type { TicketContext, TicketDraft } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { storableText } from '../../core/storableText.ts';
import type { FormValues } from './ticketForm.ts';

type PageName = Exclude<keyof TicketContext, 'values'>;

/** A value of the attached context that the person can switch off. */
export type ContextName =
  | keyof TicketContext
  | 'name'
  | 'account'
  | 'suggestions'
  | 'exchange'
  | 'incident'
  | 'mailtoAttempted';

/** The attached context in addition to the text and the page. */
export interface Surroundings {
  mailtoAttempted: boolean;
  suggestions: readonly ArticleResult[];
  incident: string | null;
}

/*
 * The visitor cannot fix values from the page or the backend. So a value that is invalid is
 * truncated or omitted here, and the rest is sent.
 */

/** Returns every value of the context exactly as it is sent. Empty ones are omitted. */
export function contextLines(
  { name }: FormValues,
  context: SupportContext,
  { mailtoAttempted, suggestions, incident }: Surroundings,
): Map<ContextName, string> {
  const lines: [ContextName, string][] = [
    ['name', storableText(name)],
    ['account', Object.values(accountOf(context.visitor)).join(' · ')],
    ...pageLines(context),
    [
      'values',
      Object.entries(context.ownContext.value)
        .map((pair) => pair.join(': '))
        .join('\n'),
    ],
    ['suggestions', shownOf(suggestions, context).map(asLine).join('\n')],
    ['exchange', exchangeOf(context) ?? ''],
    ['incident', sendableIncident(incident)],
    ['mailtoAttempted', mailtoAttempted ? 'true' : ''],
  ];
  return new Map(lines.filter(([, value]) => value !== ''));
}

/**
 * Returns the request in the form of the backend's API, without values that the person has switched
 * off.
 */
export function draftOf(
  values: FormValues,
  context: SupportContext,
  { mailtoAttempted, suggestions, incident }: Surroundings,
  excluded: ReadonlySet<ContextName>,
): TicketDraft {
  const goes = (name: ContextName) => !excluded.has(name);
  const shown = shownOf(suggestions, context);
  const incident_id = sendableIncident(incident);
  const own = context.ownContext.value;
  const exchange = exchangeOf(context);
  return {
    subject: storableText(values.subject),
    description: storableText(values.description),
    email: values.email.trim(),
    ...(values.name && goes('name') && { name: storableText(values.name) }),
    priority: values.priority,
    category: storableText(values.category),
    ...(goes('account') && accountOf(context.visitor)),
    mailtoAttempted: mailtoAttempted && goes('mailtoAttempted'),
    ...(Object.keys(values.custom).length > 0 && { customFields: storableValues(values.custom) }),
    context: {
      ...Object.fromEntries(
        pageLines(context).filter(([name, value]) => value !== '' && goes(name)),
      ),
      ...(goes('values') && Object.keys(own)[0] && { values: own }),
    },
    ...(shown.length > 0 && goes('suggestions') && { suggestions: shown }),
    ...(exchange && goes('exchange') && { exchange }),
    ...(incident_id && goes('incident') && { incident_id }),
  };
}

function pageLines({ page, i18n, appVersion, lastRead }: SupportContext) {
  const lines: [PageName, string][] = [
    ['url', page.url()],
    ['title', page.title()],
    ['browser', page.browser()],
    ['locale', i18n.language.value],
    ['version', appVersion],
    ['article', lastRead.value],
  ];
  return lines.map(([name, value]): [PageName, string] => [
    name,
    cut(value, name === 'url' ? limits.url : limits.contextLine),
  ]);
}

/** Returns the questions and written answers that the visitor brings along. */
function exchangeOf({ visitor }: SupportContext): string | null {
  return visitor.store.get('exchange');
}

/** Returns title, address, snippet, relevance, the mark that it was suggested, and slug. */
function asLine(result: ShownSuggestion): string {
  return Object.values(result).join(' · ');
}

/** Returns the suggestions in the form in which the team sees them. */
export function shownOf(
  suggestions: readonly ArticleResult[],
  { addressOf }: SupportContext,
): ShownSuggestion[] {
  return suggestions.flatMap((result) => {
    const { relevance_score, auto_suggested } = result;
    const title = cut(result.title, limits.subject);
    const url = addressOf(result.url);
    if (title.trim() === '' || !url || url.length > limits.url) return [];
    const snippet = cut(result.snippet, limits.contextLine);
    const slug = cut(result.slug, limits.id);
    return [{ title, url, snippet, relevance_score, auto_suggested, slug }];
  });
}

/** A truncated id would be invalid, so it is omitted. */
function sendableIncident(id: string | null): string {
  return id && id.length <= limits.id ? id : '';
}

function storableValues(custom: FormValues['custom']): FormValues['custom'] {
  return Object.fromEntries(
    Object.entries(custom).map(([id, value]) => [
      id,
      typeof value === 'string' ? cut(value, limits.customField) : value,
    ]),
  );
}

/** Truncation can split a surrogate pair. */
function cut(text: string, maxLength: number): string {
  return storableText(text.slice(0, maxLength));
}

/** Returns the ids from the host, truncated to the limits of the contract. */
function accountOf(visitor: SupportContext['visitor']): Partial<TicketDraft> {
  const { id: userId } = visitor.user();
  const { id: tenantId, plan } = visitor.tenant();
  return {
    ...(userId && { userId: cut(userId, limits.id) }),
    ...(tenantId && { tenantId: cut(tenantId, limits.id) }),
    ...(plan && { customerTier: cut(plan.toLowerCase(), limits.tier) }),
  };
}
