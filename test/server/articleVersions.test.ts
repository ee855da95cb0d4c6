import { expect, test } from 'vitest';
import {
  deleteArticle,
  getArticleVersion,
  listArticleVersions,
  restoreArticleVersion,
  updateArticle,
} from '../../src/contract/index.ts';
import { call, callFor } from './support/agent.ts';
import { openArticles } from './support/articleEditing.ts';
import { asSuperuser, openForFile } from './support/database.ts';

const database = openForFile();

test('each save is a version with its author, and can be restored without changing the state', async () => {
  const { put, app, marta, of, edited, tenant } = await openArticles(database);
  await put('a', { markdown: '# A\n\nFirst.', tags: ['one'] });
  await put('a', { markdown: '# A\n\nSecond.', tags: [], published: false });
  const { versions } = await call(app, marta, listArticleVersions, of('a'));
  expect(versions.map(({ version }) => version)).toEqual([2, 1]);
  expect(versions[0]?.saved_by).toEqual(expect.any(String));
  const first = { params: { slug: 'a', version: '1' }, query: { locale: 'en' } };
  expect(await call(app, marta, getArticleVersion, first)).toMatchObject({
    markdown: 'First.',
    tags: ['one'],
    blocks: [{ type: 'paragraph' }],
  });
  const secret = { key: tenant.secretKey };
  await call(app, secret, restoreArticleVersion, { ...first, body: {} });
  expect(await edited('a')).toMatchObject({
    ...{ markdown: 'First.', tags: ['one'], state: 'draft', version: 3 },
  });
  for (const version of ['9', '-1', 'x', '99999999999']) {
    const none = { ...first, params: { slug: 'a', version } };
    expect((await callFor(app, marta, getArticleVersion, none)).status).toBe(404);
  }
});

test('50 versions are kept, and none of a deleted article', async () => {
  const { put, app, marta, of, tenant } = await openArticles(database);
  for (let n = 0; n < 53; n++) await put('a', { markdown: `# A\n\n${n}` });
  const { versions } = await call(app, marta, listArticleVersions, of('a'));
  expect([versions.length, versions[0]?.version, versions.at(-1)?.version]).toEqual([50, 53, 4]);
  await call(app, { key: tenant.secretKey }, deleteArticle, of('a'));
  await put('a', { markdown: '# A' });
  const again = await call(app, marta, listArticleVersions, of('a'));
  expect(again.versions.map(({ version }) => version)).toEqual([1]);
});

test('an editor who has not seen the last version gets an explanation', async () => {
  const { put, tryPut, edited, app, tenant, of } = await openArticles(database);
  const { article } = await put('a', { markdown: '# A\n\nMine.', base_version: 0 });
  await put('a', { markdown: '# A\n\nTheirs.', base_version: article.version });
  for (const base_version of [0, article.version]) {
    const response = await tryPut('a', { markdown: '# A\n\nMine again.', base_version });
    expect(response.status).toBe(409);
    const { error } = await response.json();
    expect(error.code).toBe('ARTICLE_CHANGED');
    expect(error.message).toMatch(/^An unnamed key has saved this article since you opened/);
  }
  const late = { ...of('a'), body: { published: false, base_version: 1 } };
  expect((await callFor(app, { key: tenant.secretKey }, updateArticle, late)).status).toBe(409);
  expect(await edited('a')).toMatchObject({ markdown: 'Theirs.', version: 2 });
});

test('if two editors save concurrently, one is rejected', async () => {
  const { put, tryPut } = await openArticles(database);
  await put('a', { markdown: '# A' });
  const saves = await Promise.all(
    [1, 2, 3].map((n) => tryPut('a', { markdown: `# A\n\n${n}`, base_version: 1 })),
  );
  expect(saves.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
});

test('a translation is outdated after a change of its source, until it is reviewed', async () => {
  const { put, edited, change } = await openArticles(database);
  await put('a', { markdown: '# Hola', locale: 'es' });
  await put('a', { markdown: '# Hello' });
  expect(await edited('a', 'es')).toMatchObject({ outdated: false, source_locale: 'en' });
  await put('a', { markdown: '# Hello again' });
  expect((await edited('a')).translations).toMatchObject([
    { locale: 'en', outdated: false },
    { locale: 'es', outdated: true, title: 'Hola' },
  ]);
  await change('a', { reviewed: true }, 'es');
  expect(await edited('a', 'es')).toMatchObject({ outdated: false });
  await put('a', { markdown: '# Hello once more' });
  await put('a', { markdown: '# Hola otra vez', locale: 'es' });
  expect(await edited('a', 'es')).toMatchObject({ outdated: false });
});

test('the source of translations is the article in the language of the account', async () => {
  const { put, edited, tenant } = await openArticles(database);
  await put('a', { markdown: '# Hello' });
  await put('a', { markdown: '# Hola', locale: 'es' });
  const language = `update support.tenants set source_locale = 'es' where id = '${tenant.id}'`;
  await asSuperuser(database.kysely, language);
  await put('a', { markdown: '# Hello again' });
  expect(await edited('a', 'es')).toMatchObject({ outdated: false, source_locale: 'es' });
  await put('a', { markdown: '# Hola de nuevo', locale: 'es' });
  expect(await edited('a')).toMatchObject({ outdated: true, source_locale: 'es' });
  await put('b', { markdown: '# Only English' });
  expect(await edited('b')).toMatchObject({ source_locale: 'en' });
});
