import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { ArticleSearch } from '../../core/articleSearch.ts';
import type { ArticlesModel } from '../../core/articles.model.ts';

export interface FieldModel extends Pick<ArticleSearch, 'results' | 'freeze'> {
  isShown: ReadonlySignal<boolean>;
  /** Index of the active article; -1 if none is active. */
  active: ReadonlySignal<number>;
  type(text: string): void;
  setActive(index: number): void;
  open(slug: string): void;
  /** Hides the suggestions until the text changes. */
  hide(): void;
  dispose(): void;
}

export function createFieldModel(articles: ArticlesModel): FieldModel {
  const search = articles.createSuggestions();
  const isHidden = signal(false);
  const active = signal(-1);
  const seen = new Set<string>();
  const isShown = computed(() => !isHidden.value && search.results.value.length > 0);
  const stop = effect(() => {
    if (!isShown.value) return;
    const unseen = search.results.value.filter(({ slug }) => !seen.has(slug));
    for (const { slug } of unseen) seen.add(slug);
    if (unseen.length > 0) articles.trackShown(unseen, 'field');
  });

  function hide(): void {
    isHidden.value = true;
    active.value = -1;
  }

  return {
    results: search.results,
    freeze: search.freeze,
    isShown,
    active,
    type(text) {
      articles.load();
      isHidden.value = false;
      active.value = -1;
      search.search(text);
    },
    setActive(index) {
      active.value = index;
      search.freeze(true);
    },
    open(slug) {
      const position = search.results.peek().findIndex((one) => one.slug === slug) + 1;
      hide();
      articles.follow(slug, 'field', position);
    },
    hide,
    dispose() {
      stop();
      search.dispose();
    },
  };
}
