import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { inScope } from '../../server/db/scope.ts';
import { searchArticles } from '../../src/contract/article.ts';
import { suggestArticles } from '../../src/contract/articleSuggestions.ts';
import { isStorable, limits } from '../../src/contract/limits.ts';
import { callFor } from './support/agent.ts';
import { apiErrorOf, createTestApp } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { oddQueries } from './support/oddQueries.ts';
import { searchOf, slugsOf } from './support/search.ts';
import { createTenant, type TestTenant } from './support/tenant.ts';

const database = openForFile();
let mine: TestTenant;
let theirs: TestTenant;

beforeAll(async () => {
  const url = { kb_url: 'https://help.acme.example/kb/{slug}' };
  [mine, theirs] = [
    await createTenant(database.kysely, url),
    await createTenant(database.kysely, url),
  ];
  await importFiles(database.kysely, mine.id, {
    'en/spf.md': articleOf('Set up SPF', '## Record\n\nSPF names who may send for a domain.', {
      description: 'One record in the DNS.',
      category: 'domains',
    }),
    'en/dkim.md': articleOf('Set up DKIM', 'DKIM signs each message. It works beside SPF.', {
      category: 'domains',
    }),
    'en/mailbox.md': articleOf('Mailbox is disconnected', 'Sign in again, then reconnect it.'),
    'en/invoices.md': articleOf('Invoices', 'Every one can be downloaded.', {
      category: 'billing',
    }),
    'en/vat.md': articleOf('VAT on invoices', 'The number of your company.', {
      category: 'account',
    }),
    'en/draft.md': articleOf('Draft of SPF', 'Text', { published: false }),
    'en/hostile.md': articleOf('<script>alert(1)</script> %_\\', "'; drop table articles; --"),
    'es/spf.md': articleOf('Configura SPF', 'Añade un registro al dominio.'),
    'es/facturas.md': articleOf('Facturas', 'Descarga cada factura.'),
    'ja/todokanai.md': articleOf('メールが届かない場合', '送信ドメインの設定を確認してください。'),
    'zh/bounce.md': articleOf('邮件退信怎么办', '检查收件人地址。'),
    'ar/domain.md': articleOf('إعداد النطاق', 'أضف سجل النطاق.'),
    'synonyms.yml': 'en:\n  - [mailbox, email account]\n  - [invoice, receipt]\n',
  });
  await importFiles(database.kysely, theirs.id, { 'en/secret.md': articleOf('SPF, their secret') });
});

const of = (tenant = mine) => searchOf(createTestApp(database), tenant);

test('a result has the fields of the contract, best first', async () => {
  const { results, locale } = await of().search('spf');
  expect(locale).toBe('en');
  expect(results.map(({ slug }) => slug)).toEqual(['spf', 'dkim']);
  expect(results[0]).toEqual({
    title: 'Set up SPF',
    url: 'https://help.acme.example/kb/spf',
    snippet: 'SPF names who may send for a domain.',
    relevance_score: expect.closeTo(0.9, 0.2),
    auto_suggested: true,
    slug: 'spf',
    category: 'domains',
    minutes: 1,
    matches: { title: [[7, 10]], snippet: [[0, 3]] },
  });
});

test.each([
  ['an unfinished word', 'disconn', 'mailbox', {}],
  ['a slip', 'disconected mailbox', 'mailbox', {}],
  ['swapped letters', 'dkmi', 'dkim', {}],
  ['a synonym', 'receipts', 'invoices', {}],
  ['a phrase that means the same', 'email account', 'mailbox', {}],
  ['another case', 'sPf', 'spf', {}],
  ['Spanish without accents', 'anade un registro', 'spf', { locale: 'es-MX' }],
  ['Japanese', '届かない', 'todokanai', { locale: 'ja' }],
  ['Chinese', '退信', 'bounce', { locale: 'zh' }],
  ['a language from right to left', 'النطاق', 'domain', { locale: 'ar' }],
  ['markup', '<script>', 'hostile', {}],
])('%s finds its article', async (_what, q, slug, query) => {
  expect(slugsOf(await of().search(q, query))[0]).toBe(slug);
});

test('a search without results in a language is repeated in English, which the response says', async () => {
  expect(await of().search('spf', { locale: 'es' })).toMatchObject({ locale: 'es' });
  expect(await of().search('dkim', { locale: 'es' })).toMatchObject({
    locale: 'en',
    results: [{ slug: 'dkim' }],
  });
  expect(await of().search('dkim', { locale: 'fr' })).toMatchObject({ locale: 'en' });
  expect(await of().search('facturas')).toEqual({ locale: 'en', results: [] });
  expect(await of().search('zzz', { locale: 'es' })).toEqual({ locale: 'es', results: [] });
});

test('unpublished articles and those of another tenant are not found', async () => {
  expect(slugsOf(await of().search('draft secret'))).toEqual([]);
  expect(slugsOf(await of(theirs).search('spf dkim invoices'))).toEqual(['secret']);
  const empty = await createTenant(database.kysely);
  expect(await of(empty).search('spf', { locale: 'es' })).toEqual({ results: [], locale: 'es' });
});

test('a changed article is found with its new title, text and address', async () => {
  const files = (title: string, text: string) => ({ 'en/rotation.md': articleOf(title, text) });
  const tenant = await createTenant(database.kysely, { kb_url: 'https://a.example/{slug}' });
  await importFiles(database.kysely, tenant.id, files('Rotate keys', 'Keys last a year.'));
  const [before] = (await of(tenant).search('keys')).results;
  expect(before).toMatchObject({ title: 'Rotate keys', snippet: 'Keys last a year.' });
  await importFiles(database.kysely, tenant.id, files('Renew keys', 'Keys last a month.'));
  await inScope(database.kysely, { actor: 'operator', tenantId: tenant.id }, (trx) =>
    trx.updateTable('tenants').set({ kb_url: 'https://b.example/{slug}' }).execute(),
  );
  expect((await of(tenant).search('keys')).results).toMatchObject([
    { title: 'Renew keys', snippet: 'Keys last a month.', url: 'https://b.example/rotation' },
  ]);
});

test('the category only changes the order slightly, and excludes nothing', async () => {
  const [plain, tipped] = [
    await of().search('vat invoices'),
    await of().search('vat invoices', { category: 'billing' }),
  ];
  const score = ({ results }: typeof plain, wanted: string) =>
    results.find(({ slug }) => slug === wanted)?.relevance_score ?? 0;
  expect(score(tipped, 'invoices')).toBeGreaterThan(score(plain, 'invoices'));
  expect(score(tipped, 'vat')).toBe(score(plain, 'vat'));
});

test('suggestions respect their limit and threshold', async () => {
  const content = 'Hello,\nhow can I set up SPF and DKIM?\n\nRegards,\nAda Invoice';
  const all = await of().suggest({ content, relevance_threshold: 0 });
  expect(slugsOf(all).slice(0, 2).sort()).toEqual(['dkim', 'spf']);
  expect(all.results.length).toBeLessThanOrEqual(3);
  expect(slugsOf(await of().suggest({ content, relevance_threshold: 0, limit: 1 }))).toHaveLength(
    1,
  );
  const sure = await of().suggest({ content: 'Where do I see it?', subject: 'SPF' });
  expect(slugsOf(sure)).toEqual(['spf']);
  expect(await of().suggest({ content: 'I like penguins of all colours.' })).toEqual({
    results: [],
    locale: 'en',
  });
});

test('a request that does not match the contract is rejected', async () => {
  const app = createTestApp(database);
  const { publishableKey: key } = mine;
  for (const query of [{ q: '\0' }, { q: 'x'.repeat(limits.query + 1) }, { q: 'x', limit: '21' }]) {
    const response = await callFor(app, { key }, searchArticles, { query });
    expect((await apiErrorOf(response)).code).toBe('VALIDATION_ERROR');
  }
  for (const body of [{}, { content: 7 }, { content: 'x', limit: 11 }, { content: '\0' }]) {
    const response = await callFor(app, { key }, suggestArticles, { body });
    expect((await apiErrorOf(response)).code).toBe('VALIDATION_ERROR');
  }
});

test.each(oddQueries)('the search survives %.20s', async (q) => {
  const { results } = await of().search(q);
  expect(results.length).toBeLessThanOrEqual(10);
  await of().suggest({ content: q.repeat(20_000 / q.length) });
});

const hostile = ['strings.json', 'urls.json', 'xss-html.json']
  .map((name) => new URL(`../../../shared/data/hostile/${name}`, import.meta.url))
  .concat(new URL('support/hostile.json', import.meta.url))
  .filter((file) => existsSync(file))
  .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')))
  .map((entry: unknown) => (typeof entry === 'string' ? entry : JSON.stringify(entry)))
  .filter(isStorable);

test('hostile strings are treated as words', async () => {
  const { search, suggest } = of();
  for (const text of hostile) {
    await search(text.slice(0, limits.query).replace(/[\ud800-\udbff]$/, ''));
  }
  const content = hostile
    .join('\n')
    .slice(0, 20_000)
    .replace(/[\ud800-\udbff]$/, '');
  expect((await suggest({ content, relevance_threshold: 0 })).results.length).toBeLessThan(4);
});
