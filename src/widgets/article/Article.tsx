import '../../i18n/locales/en/articles.ts';
import { RotateCw, TriangleAlert } from 'lucide';
import { useEffect, useRef } from 'preact/hooks';
import type { Article as Read } from '../../contract/article.ts';
import type { ArticlesModel } from '../../core/articles.model.ts';
import type { SupportContext } from '../../core/context.ts';
import { directionOf } from '../../i18n/direction.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { List, Row } from '../../ui/List.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import { Notice } from '../../ui/Notice.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { tone as tones } from '../../ui/status.css.ts';
import { articleFoot, categoryName } from '../articleFoot.ts';
import * as blocks from '../Blocks.css.ts';
import { Blocks } from '../Blocks.tsx';
import type { MountedScreen } from '../define.ts';
import * as css from './Article.css.ts';
import { ArticleRating } from './ArticleRating.tsx';
import { type ArticleModel, createArticleModel } from './article.model.ts';

const ErrorSentence = lazyView(() =>
  import('../ErrorSentence.tsx').then((one) => one.ErrorSentence),
);

const ArticleTools = lazyView(() => import('./ArticleTools.tsx').then((one) => one.ArticleTools));

export function createArticleScreen(
  context: SupportContext,
  articles: ArticlesModel | undefined,
): MountedScreen {
  const { i18n } = context;
  if (!articles) return { render: () => null, dispose: () => {} };
  const model = createArticleModel(context, articles);
  return {
    title() {
      const category = readOf(model)?.category;
      return category ? categoryName(category, i18n) : undefined;
    },
    render: () => <Article model={model} i18n={i18n} />,
    dispose: model.dispose,
  };
}

function readOf({ state: { value: state } }: ArticleModel): Read | undefined {
  return state.at === 'idle' ? undefined : state.value;
}

interface ArticleProps {
  model: ArticleModel;
  i18n: I18n;
}

function Article({ model, i18n }: ArticleProps) {
  const state = model.state.value;
  const read = readOf(model);
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

/** Shows the text that is cached on the device if the backend does not respond. */
function CachedArticle({ error, model, i18n }: ArticleProps & { error: { name: string } }) {
  const { t } = i18n;
  const cached = model.cached.value;
  const again = (
    <Button icon={RotateCw} onPress={model.retry}>
      {t('requests.retry')}
    </Button>
  );
  if (!cached) {
    return (
      <CenterState tone="red" icon={TriangleAlert} title={t('article.failed')} actions={again}>
        {error.name === 'NotFoundError' ? (
          t('article.gone')
        ) : error.name === 'NetworkError' ? (
          t('error.network')
        ) : (
          <ErrorSentence error={error} i18n={i18n} />
        )}
      </CenterState>
    );
  }
  return (
    <>
      <Notice tone={tones.amber} title={t('article.kept')} actions={again} />
      <h3 class={css.title}>
        <bdi>{cached.title}</bdi>
      </h3>
      <p class={`${blocks.body} ${screen.prose}`} dir="auto">
        {cached.text}
      </p>
    </>
  );
}
