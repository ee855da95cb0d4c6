import { expect, test } from 'vitest';
import { inScope, ofTenant } from '../../server/db/scope.ts';
import { finishLocale } from '../../server/queries/articlePostings.ts';
import { deleteArticle, putArticle } from '../../src/contract/index.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

test('a changed article updates the rows of its terms as if all were gathered again', async () => {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const secret = { key: tenant.secretKey };
  const put = (slug: string, body: unknown) =>
    call(app, secret, putArticle, { params: { slug }, body });
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, at): [string, string] => [
      `en/a${at}.md`,
      articleOf(`Article ${at}`, `Common words, term${at % 3} and only${at}.`),
    ]),
  );
  await importFiles(database.kysely, tenant.id, files);
  await put('a3', { markdown: articleOf('Article three', 'Common words and novelty.') });
  await put('a4', { markdown: articleOf('Article 4'), published: false });
  await call(app, secret, deleteArticle, { params: { slug: 'a5' }, query: { locale: 'en' } });
  await put('extra', { markdown: articleOf('Extra', 'Common term1.') });
  const scope = { actor: 'operator', tenantId: tenant.id } as const;
  const terms = () =>
    inScope(database.kysely, scope, (trx) =>
      trx
        .selectFrom('article_terms')
        .select(['term', 'articles', 'postings'])
        .where('tenant_id', '=', ofTenant)
        .orderBy('term')
        .execute(),
    );
  const byRow = await terms();
  expect(byRow.map(({ term }) => term)).not.toContain('only5');
  await inScope(database.kysely, scope, async (trx) => {
    await trx
      .updateTable('article_locales')
      .set({ version: '' })
      .where('tenant_id', '=', ofTenant)
      .execute();
    await finishLocale(trx, 'en', []);
  });
  expect(await terms()).toEqual(byRow);
});
