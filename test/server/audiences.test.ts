import { afterAll, beforeAll, expect, test } from 'vitest';
import { getArticle, getArticleIndex, moveArticle } from '../../src/contract/index.ts';
import { call, callFor } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { openArticles } from './support/articleEditing.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { startChatModel, streams } from './support/chatModel.ts';
import { openForFile } from './support/database.ts';
import { everyWayOut, testModelOf } from './support/everyWayOut.ts';
import { identitySecret, signClaims, signedHeaders } from './support/identity.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();
let model: Awaited<ReturnType<typeof startChatModel>>;
beforeAll(async () => {
  model = await startChatModel();
});
afterAll(() => model.close());

const words = 'quokka migration';
const audience = { plans: ['Pro'], roles: ['admin', 'owner'] };
const files = {
  'en/quokka.md': articleOf('Quokka migration', 'Move the quokka to island seven.', { audience }),
  'en/quokka-news.md': articleOf('Quokka news', 'Quokka migration is here.', {
    ...{ audience, news: '2026-11-20' },
  }),
  'en/public.md': articleOf('Public page', 'For everyone.', { related: ['moved-animal'] }),
};

async function open() {
  const tenant = await createTenant(database.kysely, {
    ...{ help_center: true, mcp: true, written_answers: true, identity_secrets: [identitySecret] },
    kb_url: 'https://help.acme.example/{slug}',
  });
  const app = createTestApp(database, { chatModel: testModelOf(model.url) });
  await importFiles(database.kysely, tenant.id, files);
  const move = { params: { slug: 'quokka' }, body: { slug: 'moved-animal' } };
  await call(app, { key: tenant.secretKey }, moveArticle, move);
  const asked = { words, slug: 'moved-animal', formerSlug: 'quokka', publicSlug: 'public' };
  const page = { key: tenant.publishableKey };
  const headers = await signedHeaders(entitled);
  await call(app, page, getArticle, { params: { slug: 'moved-animal' }, headers }); // most viewed
  return {
    ...{ tenant, app, page },
    read: (headers: Record<string, string>) => everyWayOut(app, tenant, headers, asked),
  };
}

const entitled = { org: { id: 'acme', plan: 'pro' }, roles: ['reader', 'owner'] };
/** Words of the restricted articles. Searches are in lower case. */
const content = /island seven|moved-animal|Quokka (migration|news)/;
const waysOf = (found: Record<string, string>) =>
  Object.keys(found).filter((way) => content.test(found[way] ?? ''));

test('a restricted article is found in no way by visitors who do not belong to its audience', async () => {
  const { read } = await open();
  model.respond(streams('Move the quokka to island seven. [1]'));
  // The entitled visitor reads it first, so that nothing cached reaches the others.
  const all = waysOf(await read(await signedHeaders(entitled)));
  expect(all).toEqual([
    ...['search', 'suggestions', 'most viewed', 'passage answer', 'index', 'article'],
    ...['former slug', 'related articles', 'news', 'written answer', 'note of a request'],
  ]);
  const others = [
    {},
    await signedHeaders({}),
    await signedHeaders({ org: { id: 'acme', plan: 'free' }, roles: ['admin'] }),
    await signedHeaders({ tier: 'pro' }),
    await signedHeaders({ tier: 'pro', roles: ['reader'] }),
    await signedHeaders({ tier: 'pro', roles: 'admin' }),
  ];
  for (const headers of others) expect(waysOf(await read(headers))).toEqual([]);
});

test('values that the page states, and tokens of others, open nothing', async () => {
  const { app, page, read } = await open();
  const forged = await signClaims(
    { sub: 'eve', ...entitled },
    { key: new TextEncoder().encode('a secret of someone else, long enough for HS256') },
  );
  const headers = { 'X-Visitor-Token': forged };
  const reply = await callFor(app, page, getArticle, {
    ...{ params: { slug: 'moved-animal' }, headers },
  });
  expect(reply.status).toBe(401);
  const stated = { 'X-Visitor-Plan': 'pro', 'X-Plan': 'pro', Cookie: 'plan=pro; role=admin' };
  expect(waysOf(await read(stated))).toEqual([]);
});

test('the ETag of an index belongs to what its visitor can read, and devices do not store it', async () => {
  const { app, page } = await open();
  const indexFor = (headers: Record<string, string>) =>
    callFor(app, page, getArticleIndex, { headers });
  const mine = await indexFor(await signedHeaders(entitled));
  expect(mine.headers.get('Cache-Control')).toBe('private, no-cache');
  expect(await mine.json()).toMatchObject({ data: { restricted: true } });
  const etag = mine.headers.get('ETag') ?? '';
  const known = { 'If-None-Match': etag };
  const theirs = await indexFor({ ...known, ...(await signedHeaders({})) });
  expect(theirs.status).toBe(200);
  expect((await theirs.json()).data).not.toHaveProperty('restricted');
  const again = await indexFor({
    ...known,
    ...(await signedHeaders({ ...entitled, sub: 'grace' })),
  });
  expect(again.status).toBe(304);
});

test('an article has one audience in all of its languages, which only an explicit one changes', async () => {
  const opened = await openArticles(database);
  const { put, change, edited, status, everything, importAll } = opened;
  const onlySignedIn = { plans: ['Team '] };
  await put('emu', { markdown: '# Emu\n\nRuns.', audience: onlySignedIn });
  await put('emu', { markdown: '# Emú\n\nCorre.', locale: 'es' });
  expect(await edited('emu', 'es')).toMatchObject({ audience: { plans: ['team'] } });
  expect(await status('emu')).toBe(404);
  await put('emu', { markdown: '# Emu\n\nStill runs.' });
  expect(await everything('emu')).not.toMatch(/Emu/);
  await change('emu', { audience: {} }, 'es');
  expect(await edited('emu')).toMatchObject({ audience: {} });
  await change('emu', { audience: null });
  expect(await status('emu')).toBe(200);
  expect(await everything('emu')).toMatch(/Emu/);

  const file = (front: string) => `---\ntitle: Ibis\n${front}---\nWades.`;
  await importAll({ 'en/ibis.md': file(''), 'de/ibis.md': file('audience: signed-in\n') });
  expect(await status('ibis')).toBe(404);
  await importAll({ 'en/ibis.md': file('tags: [a]\n'), 'de/ibis.md': file('') });
  expect(await status('ibis')).toBe(404);
  await importAll({ 'en/ibis.md': file('audience: everyone\n'), 'de/ibis.md': file('') });
  expect(await status('ibis')).toBe(200);
});

test('an audience that cannot be understood is rejected, so that it shows nothing to everyone', async () => {
  const { importAll, tryPut, status } = await openArticles(database);
  const wrong = ['', 'internal', '{ plan: pro }', '{ plans: [] }', '{ roles: { a: 1 } }'];
  const named = wrong.map((one, at) => [
    `en/a${at}.md`,
    `---\ntitle: A\naudience: ${one}\n---\nText.`,
  ]);
  const { faults } = await importAll(Object.fromEntries(named));
  expect(faults.map(({ path }) => path)).toEqual(wrong.map((_, at) => `en/a${at}.md`));
  for (const one of [{ plan: 'pro' }, { plans: [] }, 'signed-in', []]) {
    expect((await tryPut('a', { markdown: '# A', audience: one })).status).toBe(422);
  }
  expect(await status('a')).toBe(404);
});
