import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { ArticleResult } from '../../contract/article.ts';
import type { ArticlesModel } from '../../core/articles.model.ts';
import type { MessengerModel } from '../../core/messenger.model.ts';
import type { FormValues } from './ticketForm.ts';

/** Articles that may answer a request while it is written. */
export interface TicketSuggestions {
  results: ReadonlySignal<readonly ArticleResult[]>;
  hold(isHeld: boolean): void;
  open(slug: string): void;
  /** Every one that was shown for this request, for the team. */
  shown(): readonly ArticleResult[];
  /** The next request begins. */
  startAnew(): void;
  dispose(): void;
}

/** The maximum number in a request. */
const shownKept = 10;

export function createTicketSuggestions(
  articles: ArticlesModel,
  messenger: MessengerModel,
  values: ReadonlySignal<FormValues>,
): TicketSuggestions {
  const search = articles.createSuggestions();
  const seen = new Map<string, ArticleResult>();
  const stopLooking = effect(() => {
    const { subject, description, category } = values.value;
    search.look(`${subject}\n${description}`, category || undefined);
  });
  const stopShowing = effect(() => {
    if (messenger.screen.value.id !== 'ticket' || !messenger.isOpen.value) return;
    const fresh = search.results.value.filter(({ slug }) => !seen.has(slug));
    for (const result of fresh) seen.set(result.slug, result);
    if (fresh.length > 0) articles.showed(fresh, 'form');
  });

  return {
    results: search.results,
    hold: search.hold,
    open(slug) {
      const position = search.results.peek().findIndex((one) => one.slug === slug) + 1;
      articles.follow(slug, 'form', position);
    },
    shown() {
      search.results.value; // views that show them follow a change
      return [...seen.values()].slice(0, shownKept);
    },
    startAnew: () => seen.clear(),
    dispose() {
      stopLooking();
      stopShowing();
      search.dispose();
    },
  };
}
