import { CircleCheck, ThumbsDown, ThumbsUp } from 'lucide';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import * as screen from '../../ui/Screen.css.ts';
import * as css from './Article.css.ts';
import type { ArticleModel } from './article.model.ts';

const MissingForm = lazyView(() => import('./MissingForm.tsx').then((one) => one.MissingForm));

/** Asks whether an article helped, and offers the next step. */
export function ArticleRating({ model, i18n }: { model: ArticleModel; i18n: I18n }) {
  const { t } = i18n;
  const rating = model.rating.value;
  return (
    <>
      <div class={css.foot}>
        {rating === null ? (
          <>
            <span class={css.question}>{t('article.question')}</span>
            <Button size="small" icon={ThumbsUp} onPress={() => model.rate(true)}>
              {t('article.yes')}
            </Button>
            <Button size="small" icon={ThumbsDown} onPress={() => model.rate(false)}>
              {t('article.no')}
            </Button>
          </>
        ) : (
          <span class={css.question} role="status">
            {t(`article.${rating}`)}
          </span>
        )}
      </div>
      {rating === 'not_helpful' && <MissingForm model={model} i18n={i18n} />}
      <div class={css.foot}>
        <span class={`${screen.small} ${css.question}`}>{t('article.stillNeed')}</span>
        {model.canSolve.value && rating !== 'solved' && (
          <Button size="small" icon={CircleCheck} onPress={model.solve}>
            {t('article.solve')}
          </Button>
        )}
        <Button variant="link" size="small" onPress={model.contact}>
          {t('home.contact')}
        </Button>
      </div>
    </>
  );
}
