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
  // Events are read by agents, articles that are kept back by the account.
  const deflections = await countDeflections(call.trx, slug);
  const trx = await asAccount(call);
  if ((await listTranslations(trx, slug)).length === 0) {
    throw apiErrors.notFound('No such article.');
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
    // The words are those of visitors, and the log is permanent.
    call.note({ before: { locale: call.query.locale } });
    if (!(await removeMissedSearch(await asAccount(call), call.query))) {
      throw apiErrors.notFound('No such search.');
    }
    return { query };
  },
);
