import '../../i18n/locales/en/articles.ts';
import { useEffect, useRef } from 'preact/hooks';
import type { Article as Read } from '../../contract/article.ts';
import type { ArticlesModel } from '../../core/articles.model.ts';
import type { SupportContext } from '../../core/context.ts';
import { directionOf } from '../../i18n/direction.ts';
import type { I18n } from '../../i18n/translator.ts';
import { List, Row } from '../../ui/List.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { articleFoot, categoryName } from '../articleFoot.ts';
import * as blocks from '../Blocks.css.ts';
import { Blocks } from '../Blocks.tsx';
import type { MountedScreen } from '../define.ts';
import * as css from './Article.css.ts';
import { ArticleRating } from './ArticleRating.tsx';
import { type ArticleModel, createArticleModel } from './article.model.ts';

const CachedArticle = lazyView(() =>
  import('./CachedArticle.tsx').then((one) => one.CachedArticle),
);
const ArticleTools = lazyView(() => import('./ArticleTools.tsx').then((one) => one.ArticleTools));

/** The parts that must be there when an article is shown, or when nothing loads any more. */
export const parts: Promise<unknown> = Promise.all([
  CachedArticle.preload(),
  ArticleTools.preload(),
]);

export function createArticleScreen(
  context: SupportContext,
  articles: ArticlesModel | undefined,
): MountedScreen {
  const { i18n } = context;
  if (!articles) return { render: () => null, dispose: () => {} };
  const model = createArticleModel(context, articles);
  return {
    title() {
      const category = model.read.value?.category;
      return category ? categoryName(category, i18n) : undefined;
    },
    render: () => <Article model={model} i18n={i18n} />,
    dispose: model.dispose,
  };
}

interface ArticleProps {
  model: ArticleModel;
  i18n: I18n;
}

function Article({ model, i18n }: ArticleProps) {
  const state = model.state.value;
  const read = model.read.value;
  return (
    <>
      <ScreenBody>
        {read ? (
          <Whole read={read} model={model} i18n={i18n} />
        ) : state.at === 'failed' ? (
          <CachedArticle error={state.error} model={model} i18n={i18n} />
        ) : (
          <Skeleton label={i18n.t('article.title')} rows={4} />
        )}
      </ScreenBody>
      <ScreenFooter>
        <ArticleRating model={model} i18n={i18n} />
      </ScreenFooter>
    </>
  );
}

function Whole({ read, model, i18n }: ArticleProps & { read: Read }) {
  const { t, locale } = i18n;
  const place = useRef<HTMLElement>(null);
  const heading = model.heading.value;

  const addressOf = (url: string) => model.addressOf(url, read.url);
  function show(id: string): void {
    const heading = place.current?.querySelector<HTMLElement>(`#${CSS.escape(`article-${id}`)}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }
  useEffect(() => {
    if (heading) show(heading);
  }, [heading, read.slug]);

  const updated = new Date(read.updated).toLocaleDateString(locale.value, { dateStyle: 'medium' });
  return (
    <>
      <header>
        <h3 class={css.title} tabIndex={-1}>
          <bdi>{read.title}</bdi>
        </h3>
        <p class={css.updated}>
          {t('article.updated', { date: updated })} · {articleFoot(read, i18n)}
        </p>
      </header>
      <ArticleTools read={read} href={addressOf(read.url)} onHeading={show} i18n={i18n} />
      <article class={blocks.body} ref={place} lang={read.locale} dir={directionOf(read.locale)}>
        <Blocks
          blocks={read.blocks}
          i18n={i18n}
          onArticle={model.follow}
          onHeading={show}
          resolve={addressOf}
        />
      </article>
      {read.related.length > 0 && (
        <section>
          <SectionHeading>{t('article.related')}</SectionHeading>
          <List>
            {read.related.map(({ slug, title }) => (
              <Row key={slug} title={title} onPress={() => model.follow(slug)} />
            ))}
          </List>
        </section>
      )}
    </>
  );
}
