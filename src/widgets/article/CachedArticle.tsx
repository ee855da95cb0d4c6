import '../../i18n/locales/en/articleFailures.ts';
import { RotateCw, TriangleAlert } from 'lucide';
import { errorSentence } from '../../i18n/errorSentence.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { tone as tones } from '../../ui/status.css.ts';
import * as blocks from '../Blocks.css.ts';
import * as css from './Article.css.ts';
import type { ArticleModel } from './article.model.ts';

interface CachedArticleProps {
  error: Parameters<typeof errorSentence>[0];
  model: ArticleModel;
  i18n: I18n;
}

/** Shows the text that is cached on the device if the backend does not respond. */
export function CachedArticle({ error, model, i18n }: CachedArticleProps) {
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
        {error.name === 'NotFoundError' ? t('article.gone') : errorSentence(error, i18n)}
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
