import '../../i18n/locales/en/suggestions.ts';
import { FileText } from 'lucide';
import type { I18n } from '../../i18n/translator.ts';
import { answerScore } from '../../relevance/answerScore.ts';
import { List, Row } from '../../ui/List.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import * as css from './Suggestions.css.ts';
import type { TicketSuggestions } from './ticketSuggestions.ts';

const Passage = lazyView(async () => (await import('../Passage.tsx')).Passage);

/**
 * Articles that may answer the text of the form. Changes are announced without moving the focus. A
 * passage is not announced.
 */
export function Suggestions({ model, i18n }: { model: TicketSuggestions; i18n: I18n }) {
  const results = model.results.value;
  const { t, plural } = i18n;
  return (
    <>
      <div class={css.live} role="status" aria-label={t('suggestions.title')}>
        {results.length > 0 && (
          <section
            class={css.box}
            aria-label={plural('suggestions.count', results.length)}
            onPointerEnter={() => model.freeze(true)}
            onPointerLeave={() => model.freeze(false)}
          >
            <p class={css.heading}>{t('suggestions.title')}</p>
            <div class={css.list}>
              <List label={t('suggestions.title')}>
                {results.map(({ slug, title }) => (
                  <Row key={slug} icon={FileText} title={title} onPress={() => model.open(slug)} />
                ))}
              </List>
            </div>
          </section>
        )}
      </div>
      {(results[0]?.relevance_score ?? 0) >= answerScore && (
        <Passage text={model.text()} context={model.context} onOpen={model.open} />
      )}
    </>
  );
}
