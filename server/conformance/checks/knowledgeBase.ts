import { answerQuestion } from '../../../src/contract/answer.ts';
import {
  getArticle,
  getArticleIndex,
  rateArticle,
  searchArticles,
} from '../../../src/contract/article.ts';
import { suggestArticles } from '../../../src/contract/articleSuggestions.ts';
import { getConfig } from '../../../src/contract/config.ts';
import { listNews } from '../../../src/contract/news.ts';
import { dataOf, expectApiError, headerOf, shown } from '../answer.ts';
import { type CheckGroup, expectSame, expectThat, NotChecked } from '../check.ts';
import { newVisitor, type TestedBackend } from '../testedBackend.ts';

/** @throws NotChecked if the account has no articles */
async function anyArticle(backend: TestedBackend) {
  const index = dataOf(getArticleIndex, await backend.call(getArticleIndex));
  const [article] = 'articles' in index ? index.articles : [];
  if (article === undefined) throw new NotChecked('The knowledge base of this account is empty.');
  return article;
}

export const knowledgeBase: CheckGroup = {
  name: 'knowledge base',
  checks: [
    {
      name: 'Whatever was typed can be searched for',
      advice: 'Return an empty list if nothing is found; never reject punctuation or blanks.',
      async run(backend) {
        for (const q of ['domain', '', '"*:(', '日本語']) {
          dataOf(searchArticles, await backend.call(searchArticles, {}, { query: { q } }));
        }
      },
    },
    {
      name: 'Articles are suggested for a request, and a passage answers a question',
      advice: 'Return an empty list, or answer: null, if nothing is relevant.',
      async run(backend) {
        const body = { content: 'How do I verify my domain?' };
        dataOf(suggestArticles, await backend.call(suggestArticles, {}, { body }));
        dataOf(answerQuestion, await backend.call(answerQuestion, {}, { body }));
      },
    },
    {
      name: 'The index of articles is not sent again while it is the same',
      advice: 'Send an ETag, and respond to If-None-Match with 304 and no body.',
      async run(backend) {
        const first = await backend.call(getArticleIndex);
        dataOf(getArticleIndex, first);
        const headers = { 'If-None-Match': headerOf(first, 'ETag') };
        const second = await backend.call(getArticleIndex, {}, { headers });
        expectThat(second.status === 304, 'status 304', shown(second));
      },
    },
    {
      name: 'An article is read by its slug',
      advice: 'Return the blocks of the article, as the contract describes them.',
      async run(backend) {
        const { slug, title } = await anyArticle(backend);
        const response = await backend.call(getArticle, {}, { params: { slug } });
        expectSame(dataOf(getArticle, response).title, title, 'the title');
      },
    },
    {
      name: 'An article is found by its own title',
      advice: 'Search titles as well as the text.',
      async run(backend) {
        const { slug, title } = await anyArticle(backend);
        const response = await backend.call(
          searchArticles,
          {},
          { query: { q: title, limit: '20' } },
        );
        const found = dataOf(searchArticles, response).results.map((result) => result.slug);
        expectThat(found.includes(slug), `${slug} among the results`, found.join(', ') || 'none');
      },
    },
    {
      name: 'A visitor says whether an article has helped',
      advice: 'Store one rating for each visitor and article.',
      async run(backend) {
        const { slug } = await anyArticle(backend);
        const input = { params: { slug }, body: { helpful: true } };
        const response = await backend.call(rateArticle, newVisitor(), input);
        expectSame(dataOf(rateArticle, response), { helpful: true }, 'the rating');
      },
    },
    {
      name: 'An unknown article gets NOT_FOUND',
      advice: 'Return 404 NOT_FOUND for slugs that do not exist.',
      async run(backend) {
        const params = { slug: 'no-such-article' };
        expectApiError(await backend.call(getArticle, {}, { params }), 'NOT_FOUND');
      },
    },
    {
      name: 'Entries of the list of news come newest first, as the settings say',
      advice: 'Sort by date, newest first; news_at of the settings is the date of the first entry.',
      async run(backend) {
        const { entries } = dataOf(listNews, await backend.call(listNews));
        const dates = entries.map(({ date }) => Date.parse(date));
        expectSame(
          dates,
          dates.toSorted((a, b) => b - a),
          'dates, newest first',
        );
        const { news_at } = dataOf(getConfig, await backend.call(getConfig));
        expectSame(news_at && Date.parse(news_at), dates[0], 'news_at');
      },
    },
  ],
};
