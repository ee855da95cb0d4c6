import '../../i18n/locales/en/searchStates.ts';
import { BookOpen, History, SearchX, TriangleAlert } from 'lucide';
import type { RelatedArticle } from '../../contract/article.ts';
import type { I18n } from '../../i18n/translator.ts';
import { CenterState } from '../../ui/CenterState.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { List, Row } from '../../ui/List.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { categoryName } from '../articleFoot.ts';
import * as css from './Start.css.ts';
import type { SearchModel } from './search.model.ts';

interface StartProps {
  model: SearchModel;
  i18n: I18n;
}

/** Shown until something is typed: the recent searches, and every article by topic. */
export function Start({ model, i18n }: StartProps) {
  const recent = model.recent.value;
  const articles = model.articles.value ?? [];
  return (
    <>
      {recent.length > 0 && (
        <section>
          <SectionHeading>{i18n.t('search.recent')}</SectionHeading>
          <List>
            {recent.map((query) => (
              <Row
                isAction
                key={query}
                icon={History}
                title={query}
                onPress={() => model.type(query)}
              />
            ))}
          </List>
        </section>
      )}
      {articles.length > 0 && <Topics articles={articles} i18n={i18n} onOpen={model.open} />}
    </>
  );
}

/** Shown if nothing is found, or the search failed. */
export function Nothing({ model, i18n: { t } }: StartProps) {
  return model.status.value === 'failed' ? (
    <CenterState tone="amber" icon={TriangleAlert} title={t('search.failed')}>
      {t('error.network')}
    </CenterState>
  ) : (
    <CenterState tone="grey" icon={SearchX} title={t('search.none')}>
      {t('search.noneHint')}
    </CenterState>
  );
}

interface TopicsProps {
  articles: readonly RelatedArticle[];
  i18n: I18n;
  onOpen: (slug: string) => void;
}

function Topics({ articles, i18n, onOpen }: TopicsProps) {
  const { compare } = new Intl.Collator(i18n.locale.value);
  const topics = [...new Set(articles.map(({ category }) => category))]
    .map((category) => ({ category, name: categoryName(category, i18n) }))
    .sort((a, b) => compare(a.name, b.name));
  return (
    <section>
      <SectionHeading>{i18n.t('search.topics')}</SectionHeading>
      <div class={css.topics}>
        {topics.map(({ category, name }, index) => (
          <Disclosure key={category} id={`topic-${index}`} icon={BookOpen} label={name}>
            <ul class={css.articles} aria-label={name}>
              {articles
                .filter((article) => article.category === category)
                .sort((a, b) => compare(a.title, b.title))
                .map(({ slug, title }) => (
                  <li key={slug}>
                    <Row title={title} onPress={() => onOpen(slug)} />
                  </li>
                ))}
            </ul>
          </Disclosure>
        ))}
      </div>
    </section>
  );
}
