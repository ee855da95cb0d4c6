import type { ArticleResult } from '../../contract/article.ts';
import { limits } from '../../contract/limits.ts';
import type { ShownSuggestion } from '../../contract/suggestion.ts';
import type { TicketContext, TicketDraft } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { storableText } from '../../core/storableText.ts';
import type { FormValues } from './ticketForm.ts';

type PageName = Exclude<keyof TicketContext, 'values'>;

/** A line of the attached context that the person can switch off. */
export type ContextName =
  | keyof TicketContext
  | 'name'
  | 'account'
  | 'suggestions'
  | 'incident'
  | 'mailtoAttempted';

/** The attached context besides the text and the page. */
export interface Surroundings {
  mailtoAttempted: boolean;
  suggestions: readonly ArticleResult[];
  incident: string | null;
}

/*
 * The visitor cannot fix values from the page or the backend. So a value that does not fit is cut or left out
 * here, and the rest goes.
 */

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
    [
      'values',
      Object.entries(context.ownContext.value)
        .map((pair) => pair.join(': '))
        .join('\n'),
    ],
    ['suggestions', shownOf(suggestions, context).map(asLine).join('\n')],
    ['incident', sendableIncident(incident)],
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
  const shown = shownOf(suggestions, context);
  const incident_id = sendableIncident(incident);
  const own = context.ownContext.value;
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
    ...(incident_id && goes('incident') && { incident_id }),
  };
}

function pageLines({ page, i18n, appVersion, lastRead }: SupportContext) {
  const lines: [PageName, string][] = [
    ['url', page.url()],
    ['title', page.title()],
    ['browser', page.browser()],
    ['locale', i18n.asked.value],
    ['version', appVersion],
    ['article', lastRead.value],
  ];
  return lines.map(([name, value]): [PageName, string] => [
    name,
    cut(value, name === 'url' ? limits.url : limits.contextLine),
  ]);
}

/** Title, address, snippet, relevance, that it was suggested, and its short name. */
function asLine(result: ShownSuggestion): string {
  return Object.values(result).join(' · ');
}

/** The suggestions as the team sees them. */
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

/** Half of an id is no id. */
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

/** The cut may halve a character. */
function cut(text: string, maxLength: number): string {
  return storableText(text.slice(0, maxLength));
}

/** The ids that the host gave, cut to what the contract takes. */
function accountOf(visitor: SupportContext['visitor']): Partial<TicketDraft> {
  const { id: userId } = visitor.user();
  const { id: tenantId, plan } = visitor.tenant();
  return {
    ...(userId && { userId: cut(userId, limits.id) }),
    ...(tenantId && { tenantId: cut(tenantId, limits.id) }),
    ...(plan && { customerTier: cut(plan.toLowerCase(), limits.tier) }),
  };
}
