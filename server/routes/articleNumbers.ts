import {
  deleteMissedSearch,
  getArticleNumbers,
  listMissedSearches,
} from '../../src/contract/articleNumbers.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { noInput, route } from '../http/route.ts';
import { listTranslations } from '../queries/articleList.ts';
import {
  countDeflections,
  countVotes,
  listComments,
  listViews,
} from '../queries/articleNumbers.ts';
import {
  listMissedSearches as readMissedSearches,
  removeMissedSearch,
} from '../queries/missedSearches.ts';
import { asAccount } from './articleAdmin.ts';

export const getArticleNumbersRoute = route({ ...noInput, ...getArticleNumbers }, async (call) => {
  const slug = call.param('slug');
  // Agents can read events, but only the scope of the account can read unpublished articles.
  const deflections = await countDeflections(call.trx, slug);
  const trx = await asAccount(call);
  if ((await listTranslations(trx, slug)).length === 0) {
    throw apiErrors.notFound('There is no such article. Check the slug and the language.');
  }
  return {
    views: await listViews(trx, slug),
    ...(await countVotes(trx, slug)),
    deflections,
    comments: await listComments(trx, slug),
  };
});

export const listMissedSearchesRoute = route(
  { ...noInput, ...listMissedSearches },
  async (call) => {
    const found = await readMissedSearches(await asAccount(call));
    return {
      searches: found.map(({ last_at, ...one }) => ({ ...one, last_at: last_at.toISOString() })),
    };
  },
);

export const deleteMissedSearchRoute = route(
  { ...noInput, ...deleteMissedSearch },
  async (call) => {
    const { query } = call.query;
    // The text comes from visitors and the log is permanent, so the log does not contain it.
    call.note({ before: { locale: call.query.locale } });
    if (!(await removeMissedSearch(await asAccount(call), call.query))) {
      throw apiErrors.notFound(
        'There is no such search. It may have been removed: load the list again.',
      );
    }
    return { query };
  },
);
