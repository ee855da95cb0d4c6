import '../../i18n/locales/en/news.ts';
import { Megaphone, RotateCw, TriangleAlert } from 'lucide';
import type { NewsEntry } from '../../contract/news.ts';
import type { SupportContext } from '../../core/context.ts';
import { directionOf } from '../../i18n/direction.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { dot } from '../../ui/List.css.ts';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { categoryName } from '../articleFoot.ts';
import type { MountedScreen } from '../define.ts';
import { useArrived } from '../useArrived.ts';
import { useKeptRows } from '../useKeptRows.ts';
import * as css from './News.css.ts';
import { createNewsModel, type NewsModel } from './news.model.ts';

export function createNewsScreen(context: SupportContext): MountedScreen {
  const model = createNewsModel(context);
  return {
    render: () => (
      <News
        key={`${context.visitor.epoch.value} ${context.i18n.language.value}`}
        model={model}
        i18n={context.i18n}
      />
    ),
    dispose: model.dispose,
  };
}

interface NewsProps {
  model: NewsModel;
  i18n: I18n;
}

/** What's new: entries with date and category, newest first. */
function News({ model, i18n }: NewsProps) {
  const { at } = model.state.value;
  const hasArrived = useArrived(at === 'ready' || at === 'failed');
  return (
    <ScreenBody>
      {hasArrived ? (
        <Entries model={model} i18n={i18n} />
      ) : (
        <Skeleton label={i18n.t('news.title')} rows={3} />
      )}
    </ScreenBody>
  );
}

/** Entries that are shown stay in their place. Later ones are below until the next visit. */
function Entries({ model, i18n }: NewsProps) {
  const { t } = i18n;
  const state = model.state.value;
  const { kept, added } = useKeptRows(
    model.entries.value.map((entry) => ({ ...entry, id: entry.slug })),
  );
  const entries = [...kept, ...added];
  const failed = model.moreFailed.value;
  return (
    <>
      {entries.length > 0 ? (
        <ul class={css.list}>
          {entries.map((entry) => (
            <li key={entry.slug}>
              <Entry entry={entry} model={model} i18n={i18n} />
            </li>
          ))}
        </ul>
      ) : state.at === 'failed' ? (
        <CenterState
          tone="red"
          icon={TriangleAlert}
          title={t('news.failed')}
          actions={
            <Button icon={RotateCw} onPress={model.retry}>
              {t('requests.retry')}
            </Button>
          }
        >
          {errorSentence(state.error, i18n)}
        </CenterState>
      ) : state.at === 'ready' ? (
        <CenterState tone="grey" icon={Megaphone} title={t('news.none')}>
          {t('news.noneHint')}
        </CenterState>
      ) : (
        <Skeleton label={t('news.title')} rows={3} />
      )}
      {model.hasMore.value && (
        <Button onPress={() => void model.loadMore()}>{t('news.more')}</Button>
      )}
      {failed && (
        <p class={screen.small} role="alert">
          {errorSentence(failed, i18n)}
        </p>
      )}
    </>
  );
}

/** The categories with a color of their own. */
const tones: Readonly<Record<string, Tone>> = {
  announcement: 'amber',
  feature: 'green',
  fix: 'grey',
  improvement: 'blue',
};

function Entry({ entry, model, i18n }: NewsProps & { entry: NewsEntry }) {
  const { slug, title, description, category, date, locale } = entry;
  // A date of the calendar, which is the same everywhere.
  const day = new Date(date).toLocaleDateString(i18n.locale.value, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const tone = Object.hasOwn(tones, category) ? tones[category] : undefined;
  return (
    <button type="button" class={css.entry} onClick={() => model.open(slug)}>
      <span class={css.top}>
        {model.isUnread(entry) && <span class={dot} role="img" aria-label={i18n.t('news.isNew')} />}
        <time class={css.date} dateTime={date.slice(0, 10)}>
          {day}
        </time>
        <Tag tone={tone ?? 'grey'}>{categoryName(category, i18n)}</Tag>
      </span>
      <span lang={locale} dir={directionOf(locale)}>
        <span class={css.title}>{title}</span>
        {description && <span class={css.description}>{description}</span>}
      </span>
    </button>
  );
}
