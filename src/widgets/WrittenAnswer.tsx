import '../i18n/locales/en/passages.ts';
import '../i18n/locales/en/written.ts';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { limits } from '../contract/limits.ts';
import type { SupportContext } from '../core/context.ts';
import type { I18n } from '../i18n/translator.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import * as css from './WrittenAnswer.css.ts';
import { WrittenExchange } from './WrittenExchange.tsx';
import { createWrittenModel, type WrittenModel } from './written.model.ts';

interface WrittenAnswerProps {
  /** The searched text, which is the first question. */
  text: string;
  context: SupportContext;
  /** The person has asked for the answer already. */
  isAsked?: boolean;
  onOpen: (slug: string, heading?: string) => void;
}

/** Offers an answer that a model writes, and shows it with its sources and follow-up questions. */
export function WrittenAnswer({ text, context, isAsked, onOpen }: WrittenAnswerProps) {
  const { i18n } = context;
  const { t } = i18n;
  const model = useMemo(() => createWrittenModel(context), []);
  useEffect(() => {
    if (isAsked) model.ask(text);
    return model.dispose;
  }, []);
  const exchanges = model.exchanges.value;
  const isWriting = exchanges.at(-1)?.status === 'writing';
  if (exchanges.length === 0) {
    return (
      <section class={css.box} aria-label={t('written.title')}>
        <div class={css.actions}>
          <Button size="small" onPress={() => model.ask(text)}>
            {t('written.offer')}
          </Button>
        </div>
        <p class={css.small}>{t('written.hint')}</p>
      </section>
    );
  }
  return (
    <section class={css.box} aria-label={t('written.title')}>
      <Title>{t('written.title')}</Title>
      {exchanges.map((exchange, index) => (
        <WrittenExchange
          key={index}
          exchange={exchange}
          isFirst={index === 0}
          i18n={i18n}
          onOpen={onOpen}
        />
      ))}
      <div class={css.actions}>
        {isWriting && (
          <Button size="small" onPress={model.stop}>
            {t('written.stop')}
          </Button>
        )}
        <Button size="small" onPress={model.contact}>
          {t('written.person')}
        </Button>
      </div>
      <FollowUp model={model} isWriting={isWriting} i18n={i18n} />
      <p class={css.small}>{t('written.hint')}</p>
    </section>
  );
}

/** The heading of the answer. It takes the focus of the button that it replaces. */
function Title({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView?.({ block: 'start' });
  }, []);
  return (
    <h3 ref={heading} class={css.heading} tabIndex={-1}>
      {children}
    </h3>
  );
}

function FollowUp({ model, isWriting, i18n: { t } }: FollowUpProps) {
  const [question, setQuestion] = useState('');
  function ask(): void {
    if (question.trim() === '') return;
    model.ask(question);
    setQuestion('');
  }
  return (
    <form class={css.form}>
      <TextField
        id="written-follow"
        label={t('written.follow')}
        value={question}
        maxLength={limits.query}
        onInput={setQuestion}
      />
      <Button type="submit" busy={isWriting} onPress={ask}>
        {t('written.ask')}
      </Button>
    </form>
  );
}

interface FollowUpProps {
  model: WrittenModel;
  isWriting: boolean;
  i18n: I18n;
}
