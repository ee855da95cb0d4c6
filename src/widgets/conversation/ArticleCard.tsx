import { useSignal } from '@preact/signals';
import { ChevronRight, FileText } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { ArticlesModel } from '../../core/articles.model.ts';
import { Icon } from '../../ui/Icon.tsx';
import * as css from './ArticleCard.css.ts';
import type { OwnArticles } from './ownArticles.ts';

interface ArticleCardProps {
  slug: string;
  /** The text of the link. Shown until the title in the visitor's language is known. */
  title: string;
  own: OwnArticles;
}

/** An article in a message, with its title and a short summary. It opens in the panel. */
export function ArticleCard({ slug, title, own: { articles, open } }: ArticleCardProps) {
  /** Undefined until the articles have loaded; null if they do not load. */
  const model = useSignal<ArticlesModel | null | undefined>(articles && undefined);
  useEffect(() => {
    articles?.load().then(
      (loaded) => {
        loaded.load();
        model.value = loaded;
      },
      () => {
        model.value = null; // the card has the text of the link
      },
    );
  }, [articles]);
  const loaded = model.value;
  const known = loaded === null ? null : loaded?.device.value;
  const article = known?.articles.find((one) => one.slug === slug);
  return (
    <button type="button" class={css.card} onClick={() => open(slug)}>
      <span class={css.icon}>
        <Icon of={FileText} />
      </span>
      <span class={css.words}>
        <bdi class={css.title}>{article?.title ?? title}</bdi>
        {(article?.description || known === undefined) && (
          <span class={`${css.summary} ${known ? '' : css.place}`} dir="auto">
            {article?.description}
          </span>
        )}
      </span>
      <span class={css.icon}>
        <Icon of={ChevronRight} size={14} mirrored />
      </span>
    </button>
  );
}
