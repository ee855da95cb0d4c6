import '../../i18n/locales/en/articleComment.ts';
import '../../i18n/locales/en/articles.ts';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import { storableText } from '../../core/storableText.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { TextField } from '../../ui/TextField.tsx';
import * as css from './Article.css.ts';
import type { ArticleModel } from './article.model.ts';

/** A form where readers can say what the article lacks. */
export function MissingForm({ model, i18n: { t } }: { model: ArticleModel; i18n: I18n }) {
  const words = useSignal('');
  const form = useRef<HTMLDivElement>(null);
  const send = () => {
    const comment = storableText(words.peek().slice(0, limits.comment));
    if (comment.trim() !== '') model.comment(comment);
  };
  useLayoutEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  return (
    <div class={screen.stack} ref={form}>
      <TextField
        id="article-missing"
        label={t('article.comment')}
        value={words.value}
        onInput={(value) => {
          words.value = value;
        }}
        multiline
        maxLength={limits.comment}
      />
      <div class={css.foot}>
        <Button size="small" onPress={send}>
          {t('article.sendComment')}
        </Button>
      </div>
    </div>
  );
}
