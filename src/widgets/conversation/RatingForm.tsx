import '../../i18n/locales/en/rating.ts';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../contract/limits.ts';
import type { I18n, MessageKey } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { Rating } from '../../ui/Rating.tsx';
import { TextField } from '../../ui/TextField.tsx';
import * as css from './Conversation.css.ts';
import type { RatingModel } from './rating.ts';

const words: readonly MessageKey[] = ['rating.1', 'rating.2', 'rating.3', 'rating.4', 'rating.5'];

/**
 * Asks for a rating from one to five, with an optional comment. Scrolls into view, and thanks the
 * visitor. A dismissed question can be asked again.
 */
export function RatingForm({ model, i18n }: { model: RatingModel; i18n: I18n }) {
  const { t } = i18n;
  const place = useRef<HTMLDivElement>(null);
  const state = model.state.value;
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), [state]);
  return (
    <div ref={place}>
      {state === 'asked' && <Question model={model} i18n={i18n} />}
      <p class={css.hint} role="status">
        {state === 'given' && t('rating.thanks')}
        {state === 'dismissed' && (
          <>
            {t('rating.dismissed')}{' '}
            <Button variant="link" size="small" onPress={model.askAgain}>
              {t('rating.again')}
            </Button>
          </>
        )}
      </p>
    </div>
  );
}

function Question({ model, i18n }: { model: RatingModel; i18n: I18n }) {
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const { t } = i18n;
  return (
    <form class={css.rating}>
      <div>
        <h3 class={css.question}>{t('rating.question')}</h3>
        <p class={css.hint}>{t('rating.hint')}</p>
      </div>
      <Rating
        label={t('rating.question')}
        words={words.map((key) => t(key))}
        score={score}
        onChange={setScore}
      />
      <TextField
        id="rating-comment"
        label={t('rating.comment')}
        mark={t('ticket.optional')}
        multiline
        maxLength={limits.comment}
        value={comment}
        onInput={setComment}
      />
      <div class={css.replyBar}>
        <Button variant="ghost" onPress={model.dismiss}>
          {t('rating.later')}
        </Button>
        <Button
          variant="primary"
          type="submit"
          busy={score === 0}
          onPress={() => model.rate(score, comment)}
        >
          {t('rating.send')}
        </Button>
      </div>
    </form>
  );
}
