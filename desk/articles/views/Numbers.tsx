import { useEffect, useState } from 'preact/hooks';
import { getArticleNumbers } from '../../../src/contract/articleNumbers.ts';
import type { Reply } from '../../../src/contract/endpoint.ts';
import { sentenceOf } from '../../api/failure.ts';
import { momentInWords } from '../../views/dates.ts';
import { Problem } from '../../views/Table.tsx';
import * as css from './articles.css.ts';
import type { EditorProps } from './EditorPage.tsx';

/** Shows how often an article was read, and whether it helped. */
export function Numbers({ me, editor: { slug } }: EditorProps) {
  const [numbers, setNumbers] = useState<Reply<typeof getArticleNumbers> | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  useEffect(() => {
    me.api
      .call(getArticleNumbers, { params: { slug } })
      .then(setNumbers)
      .catch((error: unknown) => setProblem(sentenceOf(error)));
  }, []);

  if (numbers === undefined) return <Problem text={problem} />;
  const { views, helpful, not_helpful, deflections, comments } = numbers;
  const facts: readonly (readonly [name: string, value: number])[] = [
    ['Views in 90 days', views.reduce((sum, one) => sum + one.views, 0)],
    ['Found helpful', helpful],
    ['Not helpful', not_helpful],
    ['Solved without a request', deflections],
  ];
  return (
    <>
      <dl class={css.facts}>
        {facts.map(([name, value]) => (
          <>
            <dt key={name}>{name}</dt>
            <dd class={css.fact}>{value}</dd>
          </>
        ))}
      </dl>
      <h3 class={css.shown}>Comments</h3>
      {comments.length === 0 && <p class={css.note}>No comments yet.</p>}
      <ul class={css.list}>
        {comments.map(({ helpful: didHelp, comment, at }) => (
          <li key={`${at} ${comment}`} class={css.item}>
            <span>{`${didHelp ? 'Helpful' : 'Not helpful'}, ${momentInWords(at)}:`}</span>
            <span dir="auto">{comment}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
