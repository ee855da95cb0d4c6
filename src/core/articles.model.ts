import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { ArticleSource, SuggestionSource } from '../analytics/events.ts';
import type { Track } from '../analytics/track.ts';
import type { Article, RelatedArticle } from '../contract/article.ts';
import { limits } from '../contract/limits.ts';
import type { I18n } from '../i18n/translator.ts';
import { type ArticleSearch, createArticleSearch } from './articleSearch.ts';
import { createDeflection } from './deflection.ts';
import { fitsPath, type PageRule } from './fitsPath.ts';
import type { MessengerModel } from './messenger.model.ts';
import { openArticle } from './openArticle.ts';
import type { DeviceSearch, LoadApi, LoadArticles, Page } from './ports.ts';
import { recentSearches, rememberSearch } from './recentSearches.ts';
import { storableText } from './storableText.ts';
import type { VisitorModel } from './visitor.model.ts';

/** The knowledge base, which all widgets share. */
export interface ArticlesModel {
  /**
   * Undefined until it is known whether the device can search; null if only the server searches.
   */
  device: ReadonlySignal<DeviceSearch | null | undefined>;
  /** Loads the articles of this language. Later calls have no effect while they are loaded. */
  load(): void;
  /** Creates a search for text in a search field. */
  createSearch(): ArticleSearch;
  /** Creates a search for text that is written to the team or into a field of the page. */
  createSuggestions(): ArticleSearch;
  /** Reads an article from the backend or the cache. Rejects with a `PenguinMailsError`. */
  read(slug: string, signal?: AbortSignal): Promise<Article>;
  /** Opens an article. `heading`: the id of the heading to show. */
  open(slug: string, source: ArticleSource, heading?: string): void;
  /** Reports that suggestions are visible. */
  trackShown(results: readonly { slug: string }[], source: SuggestionSource): void;
  /** Opens a suggested article at a heading. `position`: its position in the list, from 1. */
  follow(slug: string, source: SuggestionSource, position: number, heading?: string): void;
  /** Reports that an article solved the problem (“This solved it”). */
  solved(): void;
  /** Undefined until they have loaded. */
  suggested: ReadonlySignal<readonly RelatedArticle[] | undefined>;
  /** The suggestions are the most viewed articles, because this page has none of its own. */
  isPopular: ReadonlySignal<boolean>;
  /** Loads the suggestions for the current page, or the most viewed articles. */
  loadSuggested(): void;
  /** Recent searches of the visitor, newest first. */
  recent(): string[];
  remember(query: string): void;
  destroy(): void;
}

interface Dependencies {
  api: LoadApi;
  loadArticles: LoadArticles;
  visitor: VisitorModel;
  messenger: MessengerModel;
  page: Page;
  i18n: I18n;
  track: Track;
  rules: () => readonly PageRule[];
  /** Suggestions of the host for this page; they override `rules`. */
  slugs: ReadonlySignal<readonly string[]>;
  /** Returns whether suggestions are shown. Reads signals. */
  isSuggesting(): boolean;
}

const maxSuggestions = 3;

export function createArticlesModel(from: Dependencies): ArticlesModel {
  const { api, loadArticles, visitor, messenger, page, i18n, track, rules, slugs, isSuggesting } =
    from;
  const device = signal<DeviceSearch | null | undefined>(undefined);
  const suggested = signal<readonly RelatedArticle[] | undefined>(undefined);
  let suggestedFor = '';
  const isPopular = signal(false);
  const deflection = createDeflection(visitor, track);
  /** Changes with the language, and with the visitor, who can read other articles. */
  const reader = computed(() => visitor.party.value + i18n.language.value);
  let loaded: string | undefined;

  function load(): void {
    const wanted = reader.peek();
    if (loaded === wanted) return;
    loaded = wanted;
    device.value = undefined;
    const take = (search: DeviceSearch | null) => {
      if (loaded === wanted) device.value = search;
    };
    loadArticles(locale(), take).then(take, () => {
      if (loaded === wanted) loaded = undefined; // loaded again with the next search
    });
  }

  const stopFollowing = effect(() => {
    reader.value;
    deflection.check();
    if (loaded) load();
    // Later, so that this effect does not follow the signals that it reads.
    if (suggested.peek()) queueMicrotask(loadSuggested);
  });

  const locale = () => i18n.language.peek();
  const read: ArticlesModel['read'] = async (slug, signal) =>
    (await api()).getArticle({ params: { slug }, query: { locale: locale() } }, signal);

  async function popular(): Promise<readonly RelatedArticle[]> {
    const query = { locale: locale(), limit: `${maxSuggestions}` };
    return (await (await api()).searchArticles({ query })).results;
  }

  function slugsOfPage(): readonly string[] {
    if (slugs.peek().length > 0) return slugs.peek();
    const { pathname } = new URL(page.url());
    return rules().find((rule) => fitsPath(pathname, rule.page))?.articles ?? [];
  }

  function open(slug: string, source: ArticleSource, heading?: string): void {
    deflection.opened(slug);
    openArticle(slug, source, { messenger, track }, heading);
  }

  function trackShown(results: readonly { slug: string }[], source: SuggestionSource): void {
    const slugs = results.map(({ slug }) => slug);
    deflection.shown(slugs);
    track('support_suggestion_shown', { source, slugs: slugs.join() });
  }

  function loadSuggested(): void {
    const slugs = slugsOfPage().slice(0, maxSuggestions);
    if (!isSuggesting()) return;
    const isOwn = slugs.length > 0;
    const suggestionKey = reader.peek() + slugs.join();
    const known = suggested.peek();
    // The list that a person may be about to press is not loaded again.
    if (suggestionKey === suggestedFor && known?.length) {
      trackShown(known, 'home');
      return;
    }
    suggestedFor = suggestionKey;
    suggested.value = undefined;
    // A missing article does not affect the others.
    const found = isOwn
      ? Promise.all(slugs.map((slug) => read(slug).catch(() => []))).then((all) => all.flat())
      : popular().catch(() => []);
    void found.then((there) => {
      if (suggestionKey !== suggestedFor) return;
      isPopular.value = !isOwn;
      suggested.value = there;
      if (there.length > 0) trackShown(there, 'home');
    });
  }

  return {
    device,
    load,
    createSearch: () =>
      createArticleSearch({
        api,
        device,
        fetchResults: (client, q, category, signal) =>
          client.searchArticles(
            { query: { q: storableText(q.slice(0, limits.query)), category, locale: locale() } },
            signal,
          ),
        wish: { limit: 10, threshold: 0 },
        debounceMs: 250,
        minLength: 1,
      }),
    createSuggestions() {
      const search = createArticleSearch({
        api,
        device,
        fetchResults(client, text, category, signal) {
          const content = storableText(text.slice(0, limits.description));
          return client.suggestArticles({ body: { content, category, locale: locale() } }, signal);
        },
        wish: { limit: 3, threshold: 0.7, isFinished: true },
        debounceMs: 800,
        minLength: 6,
      });
      const look: ArticleSearch['search'] = (text, category) =>
        search.search(isSuggesting() ? text : '', category);
      return { ...search, search: look };
    },
    read,
    open,
    trackShown,
    follow(slug, source, position, heading) {
      track('support_suggestion_click', { source, slug, position });
      open(slug, source, heading);
    },
    solved: deflection.solved,
    suggested: computed(() => (isSuggesting() ? suggested.value : [])),
    isPopular,
    loadSuggested,
    recent: () => recentSearches(visitor.store),
    remember: (query) => rememberSearch(visitor.store, query),
    destroy: stopFollowing,
  };
}
