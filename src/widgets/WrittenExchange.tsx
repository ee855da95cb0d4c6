import { directionOf } from '../i18n/direction.ts';
import type { I18n, MessageKey } from '../i18n/translator.ts';
import * as css from './WrittenAnswer.css.ts';
import type { Exchange, WrittenStatus } from './written.model.ts';

/** Sentence of each status. */
const words: Readonly<Record<WrittenStatus, MessageKey | null>> = {
  writing: 'written.writing',
  answered: null,
  unknown: 'written.unknown',
  unavailable: 'written.unavailable',
  stopped: 'written.stopped',
  failed: 'written.unavailable',
};

interface WrittenExchangeProps {
  exchange: Exchange;
  /** Its question is the search, which is shown above. */
  isFirst: boolean;
  i18n: I18n;
  onOpen: (slug: string, heading?: string) => void;
}

/** A question, the sentences of its answer, and the passages that they cite. */
export function WrittenExchange({ exchange, isFirst, i18n: { t }, onOpen }: WrittenExchangeProps) {
  const { question, status, sentences, sources, locale } = exchange;
  const word = words[status];
  const cited = sources
    .map(({ slug, title, heading, anchor }, at) => ({
      at,
      title,
      heading,
      open: () => onOpen(slug, anchor || undefined),
    }))
    .filter(({ at }) => sentences.some((sentence) => sentence.sources.includes(at)))
    .map((source, index) => ({ ...source, number: index + 1 }));
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
                {cited
                  .filter(({ at }) => own.includes(at))
                  .map(({ number, title, heading, open }) => (
                    <button
                      key={number}
                      type="button"
                      class={css.citation}
                      aria-label={t('written.source', { number, title: heading || title })}
                      onClick={open}
                    >
                      {number}
                    </button>
                  ))}{' '}
              </span>
            ))}
          </p>
        )}
        {word && <p class={css.small}>{t(word)}</p>}
      </div>
      {cited.length > 0 && (
        <ol class={css.sources} aria-label={t('written.sources')}>
          {cited.map(({ number, title, heading, open }) => (
            <li key={number}>
              <button type="button" class={css.link} onClick={open}>
                <bdi>{heading === '' ? title : `${title}: ${heading}`}</bdi>
              </button>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
