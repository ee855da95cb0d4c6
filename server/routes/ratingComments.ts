import { listRatingComments } from '../../src/contract/ratingComment.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { noInput, route } from '../http/route.ts';
import { type CommentPlace, listStoredComments } from '../queries/ratingComments.ts';
import { readPeriod } from './period.ts';

const pageSize = 20;

export const listRatingCommentsRoute = route(
  { ...noInput, ...listRatingComments },
  async ({ trx, query }) => {
    const { bounds } = await readPeriod(trx, query);
    const after = query.cursor === undefined ? undefined : readPlace(query.cursor);
    const [from, to] = [bounds[0] ?? new Date(), bounds.at(-1) ?? new Date()];
    const found = await listStoredComments(trx, { from, to, after, limit: pageSize + 1 });
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      ratings: shown.map(({ id, rated_at, rating, ...one }) => ({
        ...one,
        ticket_id: id,
        score: rating?.score ?? 0,
        comment: rating?.comment ?? '',
        rated_at: rated_at?.toISOString() ?? '',
      })),
      next_cursor:
        found.length > pageSize && last?.rated_at
          ? `${last.rated_at.toISOString()}~${last.id}`
          : null,
    };
  },
);

/** @throws ValidationError */
function readPlace(cursor: string): CommentPlace {
  const [at = '', id = ''] = cursor.split('~');
  const rated_at = new Date(at);
  if (!Number.isNaN(rated_at.getTime()) && isUuid(id)) return { rated_at, id };
  throw apiErrors.invalid([{ field: 'cursor', message: 'Must be a next_cursor of this list.' }]);
}
