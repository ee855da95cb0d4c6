import type { SupportContext } from '../../core/context.ts';
import { browserName } from './browserName.ts';
import { type ContextName, type Surroundings, shownOf } from './ticketContext.ts';

/** Returns plain words for values that are sent as codes. Other values are readable as they are. */
export function contextWords(
  context: SupportContext,
  { suggestions, incident }: Surroundings,
): Map<ContextName, string> {
  const { page, i18n, integrations } = context;
  const known = integrations.model.value?.incidents.value.find(({ id }) => id === incident);
  const words: [ContextName, string | undefined][] = [
    ['browser', browserName(page.browser())],
    ['locale', languageName(i18n.language.value, i18n.locale.value)],
    [
      'suggestions',
      shownOf(suggestions, context)
        .map(({ title }) => title)
        .join('\n'),
    ],
    ['incident', known?.title],
    ['mailtoAttempted', i18n.t('ticket.contextYes')],
  ];
  return new Map(words.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

function languageName(language: string, locale: string): string | undefined {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language);
  } catch {
    return undefined; // old browsers cannot name languages, and a page may set an invalid tag
  }
}
