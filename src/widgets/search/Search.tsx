import '../../i18n/locales/en/searching.ts';
import type { ArticlesModel } from '../../core/articles.model.ts';
import type { SupportContext } from '../../core/context.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import { nextActive } from '../../ui/listKeys.ts';
import { Marked } from '../../ui/Marked.tsx';
import { ResultList, ResultOption } from '../../ui/ResultOption.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { articleFoot } from '../articleFoot.ts';
import type { MountedScreen } from '../define.ts';
import { createSearchModel, type SearchModel } from './search.model.ts';

const Passage = lazyView(async () => (await import('../Passage.tsx')).Passage);
const loadStart = () => import('./Start.tsx');
const Start = lazyView(async () => (await loadStart()).Start);
const Nothing = lazyView(async () => (await loadStart()).Nothing);

/** The parts that must be there when nothing loads any more. */
export const parts: Promise<unknown> = Promise.all([Start.preload(), Nothing.preload()]);

const listId = 'search-results';

export function createSearchScreen(
  context: SupportContext,
  articles: ArticlesModel | undefined,
): MountedScreen {
  const { i18n } = context;
  if (!articles) return { render: () => null, dispose: () => {} };
  const model = createSearchModel(context, articles);
  return {
    render: () => <Search model={model} i18n={i18n} />,
    dispose: model.dispose,
  };
}

function Search({ model, i18n }: { model: SearchModel; i18n: I18n }) {
  const { t } = i18n;
  const results = model.results.value;
  const active = model.active.value;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const next = nextActive(event.key, active, results.length);
    const chosen = results[Math.max(0, active)];
    if (next !== undefined) model.setActive(next);
    else if (event.key === 'Enter' && chosen) model.open(chosen.slug);
    else if (event.key === 'Escape' && model.query.value !== '') model.type('');
    else return;
    event.preventDefault();
  }

  return (
    <>
      <ScreenBody>
        <SearchField
          label={t('search.label')}
          clearLabel={t('search.clear')}
          value={model.query.value}
          listId={listId}
          activeId={active >= 0 ? `${listId}-${active}` : undefined}
          hasResults={results.length > 0}
          onInput={model.type}
          onKeyDown={onKeyDown}
        />
        <Answer model={model} i18n={i18n} />
      </ScreenBody>
      <ScreenFooter>
        <Button size="large" onPress={model.contact}>
          {t('home.contact')}
        </Button>
      </ScreenFooter>
    </>
  );
}

function Answer({ model, i18n }: { model: SearchModel; i18n: I18n }) {
  const { t, plural } = i18n;
  const results = model.results.value;
  const status = model.status.value;
  if (status === 'idle') return <Start model={model} i18n={i18n} />;
  if (results.length > 0) {
    return (
      <>
        <p class={screen.small} role="status">
          {plural('search.results', results.length)}
          {status === 'alone' && ` · ${t('search.alone')}`}
        </p>
        <Passage
          text={model.query.value}
          context={model.context}
          hasWritten
          // A finger announces no press.
          isFrozen={() => model.isFrozen() || !!window.matchMedia?.('(hover: none)')?.matches}
          onOpen={model.open}
        />
        <ResultList id={listId} label={t('search.title')} onFreeze={model.freeze}>
          {results.map((result, index) => (
            <ResultOption
              key={result.slug}
              id={`${listId}-${index}`}
              title={<Marked text={result.title} ranges={result.matches.title} />}
              snippet={<Marked text={result.snippet} ranges={result.matches.snippet} />}
              foot={articleFoot(result, i18n)}
              isActive={index === model.active.value}
              onPress={() => model.open(result.slug)}
            />
          ))}
        </ResultList>
      </>
    );
  }
  if (status === 'searching') return <Skeleton label={t('search.title')} rows={3} />;
  return <Nothing model={model} i18n={i18n} />;
}
