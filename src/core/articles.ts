import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { RelatedArticle } from '../contract/article.ts';
import type { ArticlesModel } from './articles.model.ts';
import { deflectionKey } from './deflectionKey.ts';
import { lazy } from './lazy.ts';
import type { VisitorModel } from './visitor.model.ts';

/** The knowledge base of a page. Its code loads with the first widget that needs it. */
export interface Articles {
  /** Loads the code. Rejects with a `NetworkError`. */
  load(): Promise<ArticlesModel>;
  /** Sets the host's suggestions for this page. */
  suggest(slugs: readonly string[]): void;
  /** Undefined until they have loaded. */
  suggested: ReadonlySignal<readonly RelatedArticle[] | undefined>;
  /** The suggestions are the most viewed articles, because this page has none of its own. */
  isPopular: ReadonlySignal<boolean | undefined>;
  /** Loads the suggestions for the current page, or the most viewed articles. */
  loadSuggested(): void;
  /** Reports that a request was sent anyway. */
  sent(): void;
  destroy(): void;
}

interface Dependencies {
  loadModel(pageSlugs: ReadonlySignal<readonly string[]>): Promise<ArticlesModel>;
  visitor: VisitorModel;
}

export function createArticles({ loadModel, visitor }: Dependencies): Articles {
  const model = signal<ArticlesModel | null>(null);
  const pageSlugs = signal<readonly string[]>([]);
  let destroyed = false;
  const { get: load } = lazy(async () => {
    const loaded = await loadModel(pageSlugs);
    if (destroyed) loaded.destroy();
    else model.value = loaded;
    return loaded;
  });

  // The model counts a form that was left long ago.
  const stopChecking = effect(() => {
    visitor.epoch.value;
    if (visitor.store.get(deflectionKey) !== null) load().catch(() => {}); // retried on the next visit
  });

  return {
    load,
    suggest(slugs) {
      pageSlugs.value = slugs;
    },
    suggested: computed(() => model.value?.suggested.value),
    isPopular: computed(() => model.value?.isPopular.value),
    loadSuggested() {
      load().then(
        (loaded) => loaded.loadSuggested(),
        () => {}, // the screen works without it
      );
    },
    sent: () => visitor.store.remove(deflectionKey),
    destroy() {
      destroyed = true;
      stopChecking();
      model.peek()?.destroy();
    },
  };
}
