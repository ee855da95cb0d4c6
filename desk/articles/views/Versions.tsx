import { useEffect, useState } from 'preact/hooks';
import {
  type ArticleVersion,
  getArticleVersion,
  listArticleVersions,
} from '../../../src/contract/articleEditing.ts';
import type { Reply } from '../../../src/contract/endpoint.ts';
import { Button } from '../../../src/ui/Button.tsx';
import { sentenceOf } from '../../api/failure.ts';
import { Problem } from '../../views/Table.tsx';
import * as css from './articles.css.ts';
import type { EditorProps } from './EditorPage.tsx';
import { DrawnBlocks } from './Preview.tsx';
import { savedInWords } from './words.ts';

/** The earlier versions, with author and time. Each can be read and restored. */
export function Versions({ me, editor, canWrite }: EditorProps) {
  const [versions, setVersions] = useState<readonly ArticleVersion[]>([]);
  const [read, setRead] = useState<Reply<typeof getArticleVersion> | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { slug, locale } = editor;
  const current = editor.article.value?.version;

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      setProblem(undefined);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  }

  useEffect(() => {
    void attempt(async () => {
      const input = { params: { slug }, query: { locale } };
      setVersions((await me.api.call(listArticleVersions, input)).versions);
    });
  }, [current]);

  const show = (version: number) =>
    void attempt(async () => {
      const input = { params: { slug, version: String(version) }, query: { locale } };
      setRead(await me.api.call(getArticleVersion, input));
    });

  return (
    <>
      <Problem text={problem} />
      <ol class={css.list}>
        {versions.map(({ version, saved_at, saved_by }) => (
          <li key={version} class={css.item}>
            {`Version ${version}, ${savedInWords(saved_at, saved_by)}`}
            <Button size="small" onPress={() => show(version)}>{`Read ${version}`}</Button>
            {canWrite && version !== current && (
              <Button size="small" onPress={() => void editor.restore(version)}>
                {`Restore ${version}`}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {read && (
        <section aria-label={`Version ${read.version}`}>
          <h3 class={css.shown} dir="auto">
            {`${read.version}: ${read.title}`}
          </h3>
          <DrawnBlocks blocks={read.blocks} locale={locale} api={me.api} />
        </section>
      )}
    </>
  );
}
