import '../i18n/locales/en/written.ts';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { limits } from '../contract/limits.ts';
import type { SupportContext } from '../core/context.ts';
import { directionOf } from '../i18n/direction.ts';
import type { I18n, MessageKey } from '../i18n/translator.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import * as css from './WrittenAnswer.css.ts';
import {
  createWrittenModel,
  type Exchange,
  type WrittenModel,
  type WrittenStatus,
} from './written.model.ts';

interface WrittenAnswerProps {
  /** The searched text, which is the first question. */
  text: string;
  context: SupportContext;
  onOpen: (slug: string, heading?: string) => void;
}

/** Offers an answer that a model writes, and shows it with its sources and follow-up questions. */
export function WrittenAnswer({ text, context, onOpen }: WrittenAnswerProps) {
  const { i18n } = context;
  const { t } = i18n;
  const model = useMemo(() => createWrittenModel(context), []);
  useEffect(() => model.dispose, []);
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
        <AnswerOf
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

/** Sentence of each status. */
const words: Readonly<Record<WrittenStatus, MessageKey | null>> = {
  writing: 'written.writing',
  answered: null,
  unknown: 'written.unknown',
  unavailable: 'written.unavailable',
  stopped: 'written.stopped',
  failed: 'written.unavailable',
};

interface AnswerProps {
  exchange: Exchange;
  /** Its question is the search, which is shown above. */
  isFirst: boolean;
  i18n: I18n;
  onOpen: WrittenAnswerProps['onOpen'];
}

function AnswerOf({ exchange, isFirst, i18n: { t }, onOpen }: AnswerProps) {
  const { question, status, sentences, sources, locale } = exchange;
  const word = words[status];
  const cited = [...new Set(sentences.flatMap((sentence) => sentence.sources))].sort(
    (a, b) => a - b,
  );
  const numberOf = (source: number) => cited.indexOf(source) + 1;
  return (
    <>
      {!isFirst && (
        <p class={css.question}>
          <bdi>{question}</bdi>
        </p>
      )}
      <div role="log" aria-live="polite" aria-busy={status === 'writing'}>
        {sentences.length > 0 && (
          <p class={css.answer} lang={locale} dir={directionOf(locale)}>
            {sentences.map(({ text, sources: own }) => (
              <span key={text}>
                {text}
                {own.map((at) => {
                  const source = sources[at];
                  return (
                    source && (
                      <button
                        key={at}
                        type="button"
                        class={css.citation}
                        aria-label={t('written.source', {
                          number: numberOf(at),
                          title: source.heading || source.title,
                        })}
                        onClick={() => onOpen(source.slug, source.anchor || undefined)}
                      >
                        {numberOf(at)}
                      </button>
                    )
                  );
                })}{' '}
              </span>
            ))}
          </p>
        )}
        {word && <p class={css.small}>{t(word)}</p>}
      </div>
      {cited.length > 0 && (
        <ol class={css.sources} aria-label={t('written.sources')}>
          {cited.map((at) => {
            const source = sources[at];
            return (
              source && (
                <li key={at}>
                  <button
                    type="button"
                    class={css.link}
                    onClick={() => onOpen(source.slug, source.anchor || undefined)}
                  >
                    <bdi>
                      {source.heading === '' ? source.title : `${source.title}: ${source.heading}`}
                    </bdi>
                  </button>
                </li>
              )
            );
          })}
        </ol>
      )}
    </>
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
