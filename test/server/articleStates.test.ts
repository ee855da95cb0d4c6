import { expect, test } from 'vitest';
import {
  browseArticles,
  getArticleNumbers,
  getEditedArticle,
  listArticleVersions,
  listAudit,
} from '../../src/contract/index.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { later, openArticles } from './support/articleEditing.ts';
import { rate } from './support/articles.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { newId } from './support/tenant.ts';

const database = openForFile();

test.each([
  ['a draft', { published: false }],
  ['a scheduled article', { publish_at: later }],
])('only the team can read %s', async (_name, state) => {
  const { put, status, everything, edited, app, tenant, of, page } = await openArticles(database);
  await put('public', { markdown: '# Public\n\nPelicans.' });
  await put('tusked', { markdown: '# Tusks\n\nWalruses and pelicans.', ...state });
  expect(await status('tusked')).toBe(404);
  expect(await everything('walrus')).not.toMatch(/tusk/i);
  expect(await everything('pelicans')).toMatch(/pelicans/i);
  expect(await everything('pelicans')).not.toMatch(/tusk|walrus/i);
  for (const end of ['', '.md', '?lang=en'])
    expect((await app.request(`/help/${tenant.id}/tusked${end}`)).status).toBe(404);
  for (const endpoint of [getEditedArticle, listArticleVersions, getArticleNumbers, browseArticles])
    expect((await callFor(app, page, endpoint, of('tusked'))).status).toBe(403);
  const voted = await rate(app, { ...page, visitor: newId() }, 'tusked', { helpful: true });
  expect(voted.status).toBe(404);
  expect(await edited('tusked')).toMatchObject({ title: 'Tusks' });
});

test('an unpublished article is in no list, and reappears when it is published', async () => {
  const { put, change, everything, status } = await openArticles(database);
  await put('public', { markdown: '# Public' });
  await put('a', { markdown: '# Walrus\n\nOn ice floes.' });
  expect(await everything('floes')).toMatch(/ice floes/);
  expect(await change('a', { published: false })).toMatchObject({ published: false });
  expect(await everything('floes')).not.toMatch(/ice floes/);
  expect(await status('a')).toBe(404);
  await change('a', { published: true });
  expect(await everything('floes')).toMatch(/ice floes/);
});

test('a scheduled article is published at its time, once, with an entry in the audit log', async () => {
  const { put, edited, everything, runJobs, app, tenant } = await openArticles(database);
  await put('a', { markdown: '# Walrus\n\nOn ice floes.', publish_at: later });
  expect(await edited('a')).toMatchObject({ state: 'scheduled', publish_at: later });
  await runJobs();
  expect(await edited('a')).toMatchObject({ state: 'published', publish_at: null });
  expect(await everything('floes')).toMatch(/ice floes/);
  const admin = await openSession(app, tenant, 'Ada Admin');
  await asSuperuser(
    database.kysely,
    `update support.agents set role = 'admin' where id = '${admin.id}'`,
  );
  const { entries } = await call(app, admin, listAudit, { query: { action: 'job' } });
  expect(entries).toMatchObject([{ actor_name: 'Schedule', target: 'a', after: { locale: 'en' } }]);
});

test('a changed or cancelled schedule publishes nothing', async () => {
  const { put, change, edited, runJobs } = await openArticles(database);
  const other = '2101-01-01T00:00:00.000Z';
  for (const slug of ['ended', 'changed', 'deleted']) {
    await put(slug, { markdown: `# ${slug}`, publish_at: later });
  }
  await change('ended', { publish_at: null });
  await asSuperuser(
    database.kysely,
    `delete from support.jobs where payload->>'slug' <> 'changed'`,
  );
  await change('changed', { publish_at: other });
  await asSuperuser(database.kysely, `delete from support.jobs where payload->>'at' = '${other}'`);
  await runJobs();
  expect(await edited('ended')).toMatchObject({ state: 'draft' });
  expect(await edited('changed')).toMatchObject({ state: 'scheduled', publish_at: other });
});

test('a time in the past publishes immediately', async () => {
  const { put, change, edited } = await openArticles(database);
  await put('a', { markdown: '# A', published: false });
  await change('a', { publish_at: '2020-01-01T00:00:00Z' });
  expect(await edited('a')).toMatchObject({ state: 'published', publish_at: null });
});
