import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { ArticleResult } from '../../contract/article.ts';
import type { ArticlesModel } from '../../core/articles.model.ts';
import type { SupportContext } from '../../core/context.ts';
import type { FormValues } from './ticketForm.ts';

/** Articles that may answer a request while it is written. */
export interface TicketSuggestions {
  results: ReadonlySignal<readonly ArticleResult[]>;
  freeze(isFrozen: boolean): void;
  /** Opens a suggested article, or an article that the passage links to. */
  open(slug: string, heading?: string): void;
  /** Returns the typed text. */
  text(): string;
  context: SupportContext;
  /** Returns all suggestions that were shown for this request, for the team. */
  shown(): readonly ArticleResult[];
  /** Clears the shown suggestions for the next request. */
  clear(): void;
  dispose(): void;
}

/** Maximum number in a request. */
const maxShownSlugs = 10;

export function createTicketSuggestions(
  articles: ArticlesModel,
  context: SupportContext,
  values: ReadonlySignal<FormValues>,
): TicketSuggestions {
  const { messenger } = context;
  const search = articles.createSuggestions();
  const seen = new Map<string, ArticleResult>();
  const text = () => `${values.value.subject}\n${values.value.description}`;
  const stopLooking = effect(() => search.search(text(), values.value.category || undefined));
  const stopShowing = effect(() => {
    if (messenger.screen.value.id !== 'ticket' || !messenger.isOpen.value) return;
    const unseen = search.results.value.filter(({ slug }) => !seen.has(slug));
    for (const result of unseen) seen.set(result.slug, result);
    if (unseen.length > 0) articles.trackShown(unseen, 'form');
  });

  return {
    results: search.results,
    freeze: search.freeze,
    text,
    context,
    open(slug, heading) {
      const position = search.results.peek().findIndex((one) => one.slug === slug) + 1;
      // A passage can link to an article that was not suggested.
      if (position > 0) articles.follow(slug, 'form', position, heading);
      else articles.open(slug, 'form', heading);
    },
    shown() {
      search.results.value; // read so that views follow a change
      return [...seen.values()].slice(0, maxShownSlugs);
    },
    clear: () => seen.clear(),
    dispose() {
      stopLooking();
      stopShowing();
      search.dispose();
    },
  };
}
