import '../../i18n/locales/en/suggestions.ts';
import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ArticlesModel } from '../../core/articles.model.ts';
import type { SupportContext } from '../../core/context.ts';
import type { I18n } from '../../i18n/translator.ts';
import { nextActive } from '../../ui/listKeys.ts';
import { ResultList, ResultOption } from '../../ui/ResultOption.tsx';
import { articleFoot } from '../articleFoot.ts';
import type { PlacedOptions } from '../define.ts';
import * as css from './FieldSuggestions.css.ts';
import { createFieldModel } from './field.model.ts';

export function renderFieldSuggestions(
  { i18n }: SupportContext,
  options: PlacedOptions,
  articles: ArticlesModel | undefined,
) {
  const field = options.trigger;
  return articles && field ? (
    <FieldSuggestions articles={articles} field={field} i18n={i18n} />
  ) : null;
}

interface FieldSuggestionsProps {
  articles: ArticlesModel;
  /** A text field of the page, or an editable element. */
  field: HTMLElement;
  i18n: I18n;
}

const listId = 'suggestions';

/** Articles below a field of the page while a person types in it. The focus stays in the field. */
function FieldSuggestions({ articles, field, i18n }: FieldSuggestionsProps) {
  const model = useMemo(() => createFieldModel(articles), [articles]);
  const box = useRef<HTMLDivElement>(null);
  const spoken = useSignal('');
  const results = model.results.value;
  const isShown = model.isShown.value;
  const active = model.active.value;

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    field.addEventListener('input', () => model.type(textOf(field)), { signal });
    field.addEventListener('focus', articles.load, { signal });
    field.addEventListener('blur', model.hide, { signal });
    field.addEventListener('keydown', (event) => onKey(event), { signal });
    // The person may have typed before this code loaded.
    if (field.matches(':focus')) {
      articles.load();
      model.type(textOf(field));
    }
    return () => {
      listening.abort();
      model.dispose();
    };
  }, [field, model]);

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || !model.isShown.peek()) return;
    const chosen = model.results.peek()[model.active.peek()];
    const next = nextActive(event.key, model.active.peek(), model.results.peek().length);
    if (event.key === 'Escape') model.hide();
    else if (event.key === 'Enter' && chosen) model.open(chosen.slug);
    // The field handles ArrowUp itself.
    else if (next !== undefined && (event.key === 'ArrowDown' || model.active.peek() >= 0)) {
      model.setActive(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !isShown) return;
    if (element.popover) element.showPopover();
    return autoUpdate(field, element, () => {
      element.style.setProperty('--penguin-field', `${field.offsetWidth}px`);
      void computePosition(field, element, {
        strategy: 'fixed',
        placement: 'bottom-start',
        middleware: [offset(4), flip(), shift({ padding: 8 })],
      }).then(({ x, y }) => {
        element.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
      });
    });
  }, [isShown, field]);

  useEffect(() => {
    const title = results[active]?.title;
    spoken.value = isShown ? (title ?? i18n.plural('suggestions.count', results.length)) : '';
  }, [isShown, results, active]);

  return (
    <>
      <p class={css.spoken} role="status">
        {spoken.value}
      </p>
      {isShown && (
        <div class={css.box} ref={box} popover="manual">
          <p class={css.heading}>{i18n.t('suggestions.title')}</p>
          <ResultList id={listId} label={i18n.t('suggestions.title')} onFreeze={model.freeze}>
            {results.map((result, index) => (
              <ResultOption
                key={result.slug}
                id={`${listId}-${index}`}
                title={result.title}
                foot={articleFoot(result, i18n)}
                isActive={index === active}
                onPress={() => model.open(result.slug)}
              />
            ))}
          </ResultList>
        </div>
      )}
    </>
  );
}

function textOf(field: HTMLElement): string {
  return 'value' in field && typeof field.value === 'string'
    ? field.value
    : (field.textContent ?? '');
}
