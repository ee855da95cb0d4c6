import { useEffect, useState } from 'preact/hooks';
import { type EditedArticle, getEditedArticle } from '../../../src/contract/articleEditing.ts';
import { Button } from '../../../src/ui/Button.tsx';
import { sentenceOf } from '../../api/failure.ts';
import { Problem } from '../../views/Table.tsx';
import * as css from './articles.css.ts';
import type { EditorProps } from './EditorPage.tsx';
import { languageName, savedInWords } from './words.ts';

/** The source text of a translation. */
export function SourcePane({ me, editor, canWrite }: EditorProps) {
  const [source, setSource] = useState<EditedArticle | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const article = editor.article.value;
  const locale = article?.source_locale;

  useEffect(() => {
    if (locale === undefined) return;
    me.api
      .call(getEditedArticle, { params: { slug: editor.slug }, query: { locale } })
      .then(setSource)
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  }, [locale]);

  return (
    <>
      <Problem text={problem} />
      {source && (
        <>
          <p class={css.note}>
            {`${languageName(source.locale)}, saved ${savedInWords(source.saved_at, source.saved_by)}`}
          </p>
          {article?.outdated && (
            <p class={css.item}>
              This translation is older than the last change of the source.
              {canWrite && (
                <Button size="small" onPress={() => void editor.change({ reviewed: true })}>
                  It’s still up to date
                </Button>
              )}
            </p>
          )}
          <h3 class={css.shown} dir="auto">
            {source.title}
          </h3>
          <textarea
            class={css.source}
            aria-label="Source text"
            dir="auto"
            readOnly={true}
            value={source.markdown}
          />
        </>
      )}
    </>
  );
}
