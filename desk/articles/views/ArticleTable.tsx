import { useEffect } from 'preact/hooks';
import {
  ArticleOrder,
  ArticleState,
  type ListedArticle,
} from '../../../src/contract/articleEditing.ts';
import { Button } from '../../../src/ui/Button.tsx';
import { SelectField } from '../../../src/ui/SelectField.tsx';
import { Tag } from '../../../src/ui/Tag.tsx';
import { TextField } from '../../../src/ui/TextField.tsx';
import * as frame from '../../views/frame.css.ts';
import { Problem, Table } from '../../views/Table.tsx';
import { categoryName } from '../../words.ts';
import type { ArticleKey } from '../model/editor.model.ts';
import type { ArticleList } from '../model/list.model.ts';
import * as css from './articles.css.ts';
import { languageName, savedInWords, stateNames, stateTones } from './words.ts';

interface ArticleTableProps {
  list: ArticleList;
  /** The articles with unsaved text on this device. */
  unsaved: readonly ArticleKey[];
  canWrite: boolean;
  onOpen: (key: ArticleKey) => void;
  onNew: () => void;
  onMissed: () => void;
}

const orderNames: Record<ArticleOrder, string> = {
  title: 'Title',
  updated: 'Last saved',
  views: 'Most views',
  votes: 'Most votes',
};
const columns = ['Title', 'Language', 'Category', 'State', 'Views', 'Votes', 'Saved'] as const;

/** The table of articles, filtered by text, language, category and state. */
export function ArticleTable({
  list,
  unsaved,
  canWrite,
  onOpen,
  onNew,
  onMissed,
}: ArticleTableProps) {
  useEffect(() => void list.load(), []);
  const page = list.page.value;
  return (
    <>
      <header class={css.head}>
        <h2 class={css.title}>Articles</h2>
        <Button onPress={onMissed}>Searches without results</Button>
        {canWrite && (
          <Button variant="primary" onPress={onNew}>
            New article
          </Button>
        )}
      </header>
      {canWrite && unsaved.length > 0 && (
        <p class={frame.row}>
          Not saved:
          {unsaved.map((key) => (
            <Button key={`${key.locale}/${key.slug}`} size="small" onPress={() => onOpen(key)}>
              {`${key.slug} (${key.locale})`}
            </Button>
          ))}
        </p>
      )}
      <Filters list={list} />
      <Problem text={list.problem.value} />
      {page && (
        <>
          <p class={css.count} role="status">
            {page.total === 1 ? '1 article' : `${page.total} articles`}
          </p>
          <div class={css.tableBox}>
            <Table
              columns={columns}
              rows={page.articles.map((one) => ({
                key: `${one.locale}/${one.slug}`,
                cells: cellsOf(one, onOpen),
              }))}
            />
          </div>
          {page.next_cursor !== null && (
            <Button onPress={() => void list.loadMore()}>More articles</Button>
          )}
        </>
      )}
    </>
  );
}

function Filters({ list }: { list: ArticleList }) {
  const { search = '', locale, category, state, sort } = list.filter.value;
  const { locales = [], categories = [] } = list.page.value ?? {};
  return (
    <div class={css.filters}>
      <TextField
        id="article-search"
        label="Search"
        value={search}
        onInput={(text) => list.narrow({ search: text })}
      />
      <SelectField
        id="article-language"
        label="Language"
        placeholder="All"
        value={locale ?? ''}
        options={locales.map((one) => ({ value: one, label: languageName(one) }))}
        onChange={(value) => list.narrow({ locale: value })}
      />
      <SelectField
        id="article-category"
        label="Category"
        placeholder="All"
        value={category ?? ''}
        options={categories.map((one) => ({ value: one, label: categoryName(one) }))}
        onChange={(value) => list.narrow({ category: value })}
      />
      <SelectField
        id="article-state"
        label="State"
        placeholder="All"
        value={state ?? ''}
        options={ArticleState.options.map((one) => ({ value: one, label: stateNames[one] }))}
        onChange={(value) =>
          list.narrow({ state: ArticleState.options.find((one) => one === value) })
        }
      />
      <SelectField
        id="article-sort"
        label="Sort by"
        value={sort ?? 'title'}
        options={ArticleOrder.options.map((one) => ({ value: one, label: orderNames[one] }))}
        onChange={(value) => list.narrow({ sort: ArticleOrder.parse(value) })}
      />
    </div>
  );
}

function cellsOf(article: ListedArticle, onOpen: (key: ArticleKey) => void) {
  const { title, slug, locale, category, state, outdated, news_at, audience } = article;
  const { views, helpful, not_helpful, saved_at, saved_by } = article;
  return {
    Title: (
      <div class={css.nameCell}>
        <Button variant="link" onPress={() => onOpen({ slug, locale })}>
          <bdi>{title}</bdi>
        </Button>
      </div>
    ),
    Language: languageName(locale),
    Category: categoryName(category),
    State: (
      <>
        <Tag tone={stateTones[state]}>{stateNames[state]}</Tag>{' '}
        {outdated && <Tag tone="amber">Out of date</Tag>}
        {news_at !== null && <Tag tone="blue">What’s new</Tag>}{' '}
        {audience !== null && <Tag tone="grey">Restricted</Tag>}
      </>
    ),
    Views: views,
    Votes: `${helpful} helpful, ${not_helpful} not`,
    Saved: savedInWords(saved_at, saved_by),
  };
}
