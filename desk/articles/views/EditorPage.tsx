import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../src/ui/Button.tsx';
import { Tag } from '../../../src/ui/Tag.tsx';
import type { SignedIn } from '../../model/session.model.ts';
import * as frame from '../../views/frame.css.ts';
import { Problem } from '../../views/Table.tsx';
import { type ArticleKey, createEditor, type Editor } from '../model/editor.model.ts';
import { ArticleForm } from './ArticleForm.tsx';
import * as css from './articles.css.ts';
import { SidePane } from './SidePane.tsx';
import { languageName, savedInWords, stateNames, stateTones } from './words.ts';

export interface EditorProps {
  me: SignedIn;
  editor: Editor;
  canWrite: boolean;
  onOpen: (key: ArticleKey) => void;
}

interface EditorPageProps extends Omit<EditorProps, 'editor'> {
  of: ArticleKey;
  onBack: () => void;
}

/** One article, with the source on the left and the preview on the right. */
export function EditorPage({ me, of, canWrite, onOpen, onBack }: EditorPageProps) {
  const [editor] = useState(() => createEditor(me, of));
  useEffect(() => void editor.open(), []);
  const article = editor.article.value;
  const props = { me, editor, canWrite, onOpen };
  return (
    <>
      <header class={css.head}>
        <h2 class={css.title}>
          <bdi>{editor.draft.value.title || of.slug}</bdi>
        </h2>
        {article && <Tag tone={stateTones[article.state]}>{stateNames[article.state]}</Tag>}
        {article?.outdated && <Tag tone="amber">Out of date</Tag>}
        {editor.isChanged.value && <Tag tone="blue">Not saved</Tag>}
        <Button onPress={onBack}>Back to the list</Button>
      </header>
      <p class={css.note}>
        {`${languageName(of.locale)} · ${of.slug}`}
        {article && ` · saved ${savedInWords(article.saved_at, article.saved_by)}`}
      </p>
      {article?.path && canWrite && (
        <p class={css.note}>
          {`It was imported from ${article.path}. The next import of a changed file replaces what you save here.`}
        </p>
      )}
      <Problem text={editor.problem.value} />
      {editor.hasConflict.value && (
        <p class={frame.row}>
          <Button onPress={() => void editor.saveOver()}>Overwrite with mine</Button>
          <Button onPress={() => void editor.discard()}>Discard mine and load theirs</Button>
        </p>
      )}
      <p class={css.note} role="status">
        {editor.done.value}
      </p>
      {editor.broken.value.length > 0 && (
        <p class={css.note}>{`Broken links: ${editor.broken.value.join(', ')}`}</p>
      )}
      {editor.isReady.value && (
        <div class={canWrite ? css.columns : undefined}>
          {canWrite && <ArticleForm {...props} />}
          <SidePane {...props} />
        </div>
      )}
    </>
  );
}
