import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { RelatedArticle } from '../contract/article.ts';
import type { ArticlesModel, PageRule } from './articles.model.ts';
import { keptDeflection } from './keptDeflection.ts';
import { lazy } from './lazy.ts';
import type { VisitorModel } from './visitor.model.ts';

/** The knowledge base of a page. Its code comes with the first widget that wants it. */
export interface Articles {
  /** Loads the code. Rejects with a `NetworkError`. */
  load(): Promise<ArticlesModel>;
  /** Suggestions of the host for this page. */
  suggest(slugs: readonly string[]): void;
  suggested: ReadonlySignal<readonly RelatedArticle[]>;
  /** Reads what is suggested for the page that is seen now, where something is. */
  loadSuggested(): void;
  /** A request was sent after all. */
  sent(): void;
  destroy(): void;
}

interface Dependencies {
  bring(given: ReadonlySignal<readonly string[]>): Promise<ArticlesModel>;
  visitor: VisitorModel;
  rules(): readonly PageRule[];
}

export function createArticles({ bring, visitor, rules }: Dependencies): Articles {
  const model = signal<ArticlesModel | null>(null);
  const given = signal<readonly string[]>([]);
  let destroyed = false;
  const { get: load } = lazy(async () => {
    const come = await bring(given);
    if (destroyed) come.destroy();
    else model.value = come;
    return come;
  });

  // A form that was left long ago is counted by the model.
  const stopChecking = effect(() => {
    visitor.epoch.value;
    if (visitor.store.get(keptDeflection) !== null) load().catch(() => {}); // with the next visit
  });

  return {
    load,
    suggest(slugs) {
      given.value = slugs;
    },
    suggested: computed(() => model.value?.suggested.value ?? []),
    loadSuggested() {
      if (given.peek().length + rules().length === 0 && !model.peek()) return;
      load().then(
        (loaded) => loaded.loadSuggested(),
        () => {}, // the screen is complete without
      );
    },
    sent: () => visitor.store.remove(keptDeflection),
    destroy() {
      destroyed = true;
      stopChecking();
      model.peek()?.destroy();
    },
  };
}
