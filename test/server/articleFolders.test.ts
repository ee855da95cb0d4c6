import { expect, test } from 'vitest';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { resolverOf } from '../../server/kb/links.ts';
import { readArticle } from '../../server/kb/readArticle.ts';
import { createTestApp, get } from './support/api.ts';
import { importFiles } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();
const read = (source: string, path: string) => readArticle(parseFile(fileOf(path), source));

test('a folder of any tool can be imported: links, equal names, pages of folders, unknown keys', async () => {
  const { id, publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database);
  const result = await importFiles(database.kysely, id, {
    'README.md':
      '# Start\n\nSee [warm-up](./warmup.md), [billing](billing/) and [nothing](./x.md).',
    'warmup.md':
      '---\ntitle: Warm-up\nslug: /guides/Warm_Up\nlevel: 2\n---\n\n![Step](./img/1.png)',
    'billing/overview.md':
      '---\ntitle: Billing\npersona: x\nlevel: 1\n---\n\nSee [domains](../domains/overview.md).',
    'domains/overview.md': '# Domains\n\nText.',
    'billing/README.md': 'Text.',
    'billing.md': 'Text.',
    '.github/notes.md': 'No article.',
    'node_modules/a/b.md': 'No article.',
  });
  expect(result).toMatchObject({ added: 6, faults: [] });
  expect(Object.fromEntries(result.ignored)).toEqual({ level: 2, persona: 1 });
  expect(result.dead).toEqual([{ path: 'README.md', url: './x.md' }]);
  expect(result.lost).toEqual([{ path: 'warmup.md', url: './img/1.png' }]);
  const article = async (slug: string) => {
    const response = await get(app, { key }, `support/kb/articles/${slug}`);
    return (await response.json()).data;
  };
  expect(await article('index')).toMatchObject({ title: 'Start', category: 'general' });
  expect(JSON.stringify((await article('index')).blocks)).toContain('article:guides-warm-up');
  expect(await article('billing-overview')).toMatchObject({
    title: 'Billing',
    category: 'billing',
  });
  expect(JSON.stringify((await article('billing-overview')).blocks)).toContain(
    'article:domains-overview',
  );
  expect(await article('domains-overview')).toMatchObject({ title: 'Domains' });
});

test('patterns select files, and a dry run stores nothing', async () => {
  const { id } = await createTenant(database.kysely);
  const files = {
    'a.md': 'A',
    'guides/b.md': 'B',
    'guides/deep/c.mdx': 'C',
    'guides/draft-d.md': 'D',
  };
  const choice = { include: ['guides/**'], exclude: ['**/draft-*'] };
  const run = (isDryRun: boolean) =>
    importFiles(database.kysely, id, files, { ...choice, isDryRun });
  expect(await run(true)).toMatchObject({ added: 2 });
  expect(await run(false)).toMatchObject({ added: 2 });
  expect(await run(false)).toMatchObject({ added: 0, unchanged: 2, unpublished: 0 });
});

test('an article is read again when the slug of a linked article changes', async () => {
  const { id } = await createTenant(database.kysely);
  const run = (slug: string) =>
    importFiles(database.kysely, id, {
      'a.md': '[b](b.md)',
      'b.md': `---\nslug: ${slug}\n---\nText`,
      'c.md': 'Text',
    });
  await run('one');
  expect(await run('two')).toMatchObject({ added: 1, updated: 1, unchanged: 1, unpublished: 1 });
});

test.each([
  [
    'Jekyll',
    '---\nlayout: x\ntitle: Send: how\nlast_modified_date: 2025-11-19\n---\nText',
    'Send: how',
  ],
  ['Hugo', '+++\ntitle = "Send"\ndraft = false\ntags = ["a", "b"]\n+++\nText', 'Send'],
  ['Docusaurus', '---\nid: send\nsidebar_label: Send\nsidebar_position: 2\n---\nText', 'Send'],
  ['VitePress', '---\nlayout: doc\n---\n# Send\nText', 'Send'],
  ['none', '# Send\n\nText', 'Send'],
  ['nothing but text', 'Text', 'Send mails'],
])('front matter in %s sets a title', (_tool, source, title) => {
  expect(read(source, 'guides/02-send_mails.md').title).toBe(title);
});

test('links find articles by every name of their files, and broken ones are named', () => {
  const slugs = new Map([
    ['guides/send', 'send'],
    ['guides', 'guides'],
  ]);
  const report = { dead: [], lost: [], ofSite: [] };
  const { link, image } = resolverOf('guides/start.md', { slugs, baseUrl: undefined }, report);
  for (const url of [
    './send.md',
    'send',
    '/guides/send',
    '../guides/send/',
    'send.html',
    '/docs/guides/send.mdx',
  ]) {
    expect(link(url), url).toBe('article:send');
  }
  expect(link('./send.md?x=1#how-to')).toBe('article:send#how-to');
  expect(link('./')).toBe('article:guides');
  expect(link('https://a.example')).toBe('https://a.example');
  expect(link('#part')).toBe('#part');
  expect(link('javascript:alert(1)')).toBeUndefined();
  expect(link('//evil.example')).toBeUndefined();
  expect(link('./gone.md')).toBeUndefined();
  expect(image('./img/a.png')).toBeUndefined();
  expect(image('http+x://a.example/b.png')).toBeUndefined();
  expect(image('//cdn.example/a.png')).toBeUndefined();
  expect(link('/prices')).toBe('/prices');
  expect(image('/img/a.png')).toBe('/img/a.png');
  expect(report).toEqual({
    dead: ['javascript:alert(1)', '//evil.example', './gone.md'],
    lost: ['./img/a.png', 'http+x://a.example/b.png', '//cdn.example/a.png'],
    ofSite: ['/prices', '/img/a.png'],
  });
});

test('files that are not imported are linked at the base URL', () => {
  const links = { slugs: new Map(), baseUrl: 'https://docs.example/v2/' };
  const { link, image } = resolverOf('guides/start.md', links, { dead: [], lost: [] });
  expect(image('./img/a.png')).toBe('https://docs.example/v2/guides/img/a.png');
  expect(image('/img/a.png')).toBe('https://docs.example/v2/img/a.png');
  expect(link('./tool.zip')).toBe('https://docs.example/v2/guides/tool.zip');
});
