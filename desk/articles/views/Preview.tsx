import { useEffect, useState } from 'preact/hooks';
import type { Block } from '../../../src/contract/articleBody.ts';
import { previewArticle } from '../../../src/contract/articleEditing.ts';
import type { Reply } from '../../../src/contract/endpoint.ts';
import { isPicture, safeAddress } from '../../../src/contract/limits.ts';
import { createTranslator } from '../../../src/i18n/translator.ts';
import * as blocksCss from '../../../src/widgets/Blocks.css.ts';
import { Blocks } from '../../../src/widgets/Blocks.tsx';
import { sentenceOf } from '../../api/failure.ts';
import type { SignedIn } from '../../model/session.model.ts';
import { Problem } from '../../views/Table.tsx';
import * as css from './articles.css.ts';
import type { EditorProps } from './EditorPage.tsx';

const i18n = createTranslator();
/** Debounce in milliseconds before the text is rendered again. */
const debounceMs = 300;

/** The article as the widget shows it, updated shortly after each change. */
export function Preview({ me, editor }: EditorProps) {
  const [shown, setShown] = useState<Reply<typeof previewArticle> | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { markdown, title } = editor.draft.value;
  const { locale } = editor;

  useEffect(() => {
    let isLast = true;
    const timer = setTimeout(
      () =>
        void me.api
          .call(previewArticle, { body: { markdown, title, locale } })
          .then((reply) => {
            if (!isLast) return;
            setProblem(
              reply.problem ? `Line ${reply.problem.line}: ${reply.problem.message}` : undefined,
            );
            if (!reply.problem) setShown(reply);
          })
          .catch((error: unknown) => {
            if (isLast) setProblem(sentenceOf(error));
          }),
      shown === undefined ? 0 : debounceMs,
    );
    return () => {
      isLast = false;
      clearTimeout(timer);
    };
  }, [markdown, title]);

  return (
    <>
      <Problem text={problem} />
      {shown && (
        <>
          <h3 class={css.shown} dir="auto">
            {shown.title}
          </h3>
          {shown.blocks.length === 0 && <p class={css.note}>The article is empty.</p>}
          <DrawnBlocks blocks={shown.blocks} locale={locale} api={me.api} />
          {shown.dead.length > 0 && (
            <p class={css.note}>{`Broken links: ${shown.dead.join(', ')}`}</p>
          )}
          {shown.lost.length > 0 && (
            <p class={css.note}>{`Missing pictures: ${shown.lost.join(', ')}`}</p>
          )}
        </>
      )}
    </>
  );
}

interface DrawnBlocksProps {
  blocks: readonly Block[];
  locale: string;
  api: SignedIn['api'];
}

/** Renders blocks like the widget does. Links to other articles are inactive here. */
export function DrawnBlocks({ blocks, locale, api }: DrawnBlocksProps) {
  return (
    <div class={blocksCss.body} lang={locale} dir="auto">
      <Blocks
        blocks={blocks}
        i18n={i18n}
        onArticle={() => {}}
        onHeading={() => {}}
        resolve={(url) => (isPicture(url) ? api.addressOf(url) : safeAddress(url))}
      />
    </div>
  );
}
