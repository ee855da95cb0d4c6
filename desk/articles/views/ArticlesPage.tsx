import { useState } from 'preact/hooks';
import type { SignedIn } from '../../model/session.model.ts';
import * as frame from '../../views/frame.css.ts';
import { type ArticleKey, storedDrafts } from '../model/editor.model.ts';
import { createArticleList } from '../model/list.model.ts';
import { ArticleTable } from './ArticleTable.tsx';
import { EditorPage } from './EditorPage.tsx';
import { MissedSearches } from './MissedSearches.tsx';
import { NewArticle } from './NewArticle.tsx';

/** A page of this part of the desk. */
export type Place =
  | { name: 'list' }
  | { name: 'missed' }
  | { name: 'new' }
  | ({ name: 'edit' } & ArticleKey);

/** Returns the articles with unsaved text on this device, newest first. */
function unsavedOf(me: SignedIn): ArticleKey[] {
  const drafts = storedDrafts(me);
  return drafts
    .keys()
    .reverse()
    .map((name) => {
      const [locale = '', slug = ''] = name.split('/');
      return { locale, slug, isNew: drafts.get(name)?.version === 0 };
    });
}

interface ArticlesPageProps {
  me: SignedIn;
  place: Place;
  onPlace: (place: Place) => void;
}

/** The articles of the account: the list, the editor, and searches without results. */
export function ArticlesPage({ me, place, onPlace: setPlace }: ArticlesPageProps) {
  const [list] = useState(() => createArticleList(me));
  const toList = () => setPlace({ name: 'list' });
  const toArticle = (key: ArticleKey) => setPlace({ name: 'edit', ...key });
  const canWrite = me.role === 'admin' && me.mode === 'live';

  return (
    <main class={frame.page}>
      {place.name === 'list' && (
        <ArticleTable
          list={list}
          unsaved={unsavedOf(me)}
          canWrite={canWrite}
          onOpen={toArticle}
          onNew={() => setPlace({ name: 'new' })}
          onMissed={() => setPlace({ name: 'missed' })}
        />
      )}
      {place.name === 'new' && <NewArticle onOpen={toArticle} onBack={toList} />}
      {place.name === 'missed' && <MissedSearches me={me} canWrite={canWrite} onBack={toList} />}
      {place.name === 'edit' && (
        <EditorPage
          key={`${place.locale}/${place.slug}`}
          me={me}
          of={place}
          canWrite={canWrite}
          onOpen={toArticle}
          onBack={toList}
        />
      )}
    </main>
  );
}
