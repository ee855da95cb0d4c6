import { expect, test } from 'vitest';
import { ArticleResults } from '../../src/contract/article.ts';
import { createTestApp, dataOf, get } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { slugsOf } from './support/search.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

test('a search without text returns the most viewed articles of the last 30 days', async () => {
  const [mine, theirs] = [
    await createTenant(database.kysely, { kb_url: 'https://help.acme.example/{slug}' }),
    await createTenant(database.kysely),
  ];
  const app = createTestApp(database);
  const popular = async (query = '', { publishableKey: key } = mine) =>
    dataOf(await get(app, { key }, `support/kb/search${query}`), ArticleResults);
  await importFiles(database.kysely, mine.id, {
    'en/spf.md': articleOf('Set up SPF'),
    'en/dkim.md': articleOf('Set up DKIM'),
    'en/old.md': articleOf('Old'),
    'en/draft.md': articleOf('A draft', 'Text.', { published: false }),
    'es/spf.md': articleOf('Configura SPF'),
  });
  expect((await popular()).results).toEqual([]);

  const of = (slug: string, age: number, views: number) =>
    `('${mine.id}', '${slug}', current_date - ${age}, ${views})`;
  const rows = [of('spf', 0, 2), of('spf', 1, 3), of('dkim', 0, 4), of('old', 30, 90)];
  rows.push(of('draft', 0, 90), of('gone', 0, 90));
  await asSuperuser(
    database.kysely,
    `insert into support.article_views (tenant_id, slug, day, views) values ${rows.join()}`,
  );
  const english = await popular();
  expect(slugsOf(english)).toEqual(['spf', 'dkim']);
  expect(english.results[0]).toMatchObject({
    title: 'Set up SPF',
    url: 'https://help.acme.example/spf',
    relevance_score: 0,
  });
  const spanish = await popular('?locale=es&limit=1');
  expect(spanish).toMatchObject({ locale: 'es', results: [{ title: 'Configura SPF' }] });
  expect((await popular('', theirs)).results).toEqual([]);
});
