import { useEffect, useState } from 'preact/hooks';
import { listRatingComments, type RatingComment } from '../../src/contract/ratingComment.ts';
import { Button } from '../../src/ui/Button.tsx';
import { sentenceOf } from '../api/failure.ts';
import type { Period } from '../model/report.ts';
import type { SignedIn } from '../model/session.model.ts';
import { momentInWords } from './dates.ts';
import * as css from './frame.css.ts';
import * as own from './report.css.ts';
import { Problem } from './Table.tsx';

interface RatingCommentsProps {
  me: SignedIn;
  query: Period & { tz: string };
  onRequest: (id: string) => void;
}

/** Comments of ratings, newest first. */
export function RatingComments({ me, query, onRequest }: RatingCommentsProps) {
  const [ratings, setRatings] = useState<readonly RatingComment[] | undefined>(undefined);
  const [cursor, setCursor] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function load(from?: string): Promise<void> {
    try {
      const page = await me.api.call(listRatingComments, { query: { ...query, cursor: from } });
      setRatings(from === undefined ? page.ratings : [...(ratings ?? []), ...page.ratings]);
      setCursor(page.next_cursor);
      setProblem(undefined);
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  }
  useEffect(() => void load(), []);

  return (
    <>
      <Problem text={problem} />
      {ratings?.length === 0 && <p class={css.muted}>No one wrote a comment in this period.</p>}
      <ul class={own.comments}>
        {ratings?.map((one) => (
          <li key={one.ticket_id} class={own.comment}>
            <Button variant="link" onPress={() => onRequest(one.ticket_id)}>
              {one.ticket_number} <bdi>{one.subject}</bdi>
            </Button>
            <div class={css.muted}>
              {`${one.score} of 5, ${momentInWords(one.rated_at)}`}
              {one.customer_name !== null && (
                <>
                  {', '}
                  <bdi>{one.customer_name}</bdi>
                </>
              )}
              {one.resolved_by !== null && (
                <>
                  {'. Resolved by '}
                  <bdi>{one.resolved_by}</bdi>
                </>
              )}
            </div>
            <p class={own.words} dir="auto">
              {one.comment}
            </p>
          </li>
        ))}
      </ul>
      {cursor !== null && <Button onPress={() => void load(cursor)}>Older comments</Button>}
    </>
  );
}
