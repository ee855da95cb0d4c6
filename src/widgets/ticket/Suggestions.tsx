import '../../i18n/locales/en/articles.ts';
import { FileText } from 'lucide';
import type { I18n } from '../../i18n/translator.ts';
import { List, Row } from '../../ui/List.tsx';
import * as css from './Suggestions.css.ts';
import type { TicketSuggestions } from './ticketSuggestions.ts';

/** Articles that may answer what is being written. What changes is announced, and takes no focus. */
export function Suggestions({ model, i18n }: { model: TicketSuggestions; i18n: I18n }) {
  const results = model.results.value;
  const { t, plural } = i18n;
  return (
    <div class={css.live} role="status" aria-label={t('suggestions.title')}>
      {results.length > 0 && (
        <section
          class={css.box}
          aria-label={plural('suggestions.count', results.length)}
          onPointerEnter={() => model.hold(true)}
          onPointerLeave={() => model.hold(false)}
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
  );
}
