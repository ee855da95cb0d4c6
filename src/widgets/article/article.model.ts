import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Article } from '../../contract/article.ts';
import type { ArticlesModel } from '../../core/articles.model.ts';
import type { SupportContext } from '../../core/context.ts';
import { randomId } from '../../core/randomId.ts';
import { createResource, type ResourceState } from '../../core/resource.ts';
import { articleAddress } from '../articleAddress.ts';

type Rating = 'helpful' | 'not_helpful' | 'missing' | 'solved' | null;

export interface ArticleModel {
  state: ReadonlySignal<ResourceState<Article>>;
  /** The article, when it has loaded. */
  read: ReadonlySignal<Article | undefined>;
  /** The cached text, while the backend does not respond. */
  cached: ReadonlySignal<{ title: string; text: string } | undefined>;
  /** The reader's rating; null before it is given. `missing`: with a comment. */
  rating: ReadonlySignal<Rating>;
  /** The article was suggested, so it may have solved the problem. */
  canSolve: ReadonlySignal<boolean>;
  /** Id of the heading that the reader wanted to open. */
  heading: ReadonlySignal<string | undefined>;
  addressOf: SupportContext['addressOf'];
  retry(): void;
  rate(helpful: boolean): void;
  /** Sends what was missing, after a vote that the article did not help. */
  comment(comment: string): void;
  solve(): void;
  follow(slug: string): void;
  /** Opens the form, with the article as context. */
  contact(): void;
  dispose(): void;
}

/** Creates the model of the article that the panel shows. */
export function createArticleModel(context: SupportContext, articles: ArticlesModel): ArticleModel {
  const { messenger, outbox, track, i18n, lastRead } = context;
  const slug = signal<string | undefined>(undefined);
  const cached = signal<{ title: string; text: string } | undefined>(undefined);
  const rating = signal<Rating>(null);
  const canSolve = signal(false);
  const heading = signal<string | undefined>(undefined);
  const article = createResource((abort) => articles.read(slug.peek() ?? '', abort));

  const stopShowing = effect(() => {
    const screen = messenger.screen.value;
    i18n.language.value; // in another language, the text differs
    if (screen.id !== 'article' || screen.slug === undefined) return;
    if (screen.slug !== slug.peek()) {
      article.clear();
      rating.value = null;
    }
    slug.value = screen.slug;
    heading.value = screen.heading;
    cached.value = articles.device.peek()?.articles.find(({ slug }) => slug === screen.slug);
    canSolve.value = /^(form|field|home)$/.test(screen.source ?? ''); // it was suggested
    void article.refresh();
  });
  const stopRemembering = effect(() => {
    const read = article.value.value;
    if (read) lastRead.value = read.title;
  });

  function sendVote(rated: string, body: { helpful: boolean; comment?: string }): void {
    // The outbox has loaded, because the article was read with it.
    void outbox?.send(randomId(), { endpoint: 'rateArticle', slug: rated, body });
  }

  return {
    state: article.state,
    read: article.value,
    cached,
    rating: rating,
    canSolve,
    heading,
    addressOf: articleAddress(context),
    retry: () => void article.refresh(),
    rate(helpful) {
      const rated = slug.peek();
      if (rated === undefined || rating.peek() !== null) return;
      rating.value = helpful ? 'helpful' : 'not_helpful';
      track('support_article_feedback', { slug: rated, helpful });
      sendVote(rated, { helpful });
    },
    comment(comment) {
      const rated = slug.peek();
      if (rated === undefined) return;
      rating.value = 'missing';
      sendVote(rated, { helpful: false, comment });
    },
    solve() {
      rating.value = 'solved';
      lastRead.value = '';
      articles.solved();
    },
    follow: (next) => articles.open(next, 'link'),
    contact: () => messenger.navigate({ id: 'ticket' }),
    dispose() {
      stopShowing();
      stopRemembering();
      article.clear();
    },
  };
}
