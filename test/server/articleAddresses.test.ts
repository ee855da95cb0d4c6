import { expect, test } from 'vitest';
import { resolverOf } from '../../server/kb/links.ts';
import { slugsByAddress } from '../../server/kb/pageAddresses.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

/** Returns the targets of links in a file, in a folder of pages with their slugs and addresses. */
function targets(from: string, urls: readonly string[], pages: Readonly<Record<string, string>>) {
  const articles = Object.entries(pages).map(([path, slug]) => ({ path, slug, addresses: [] }));
  const links = { slugs: slugsByAddress(articles), baseUrl: undefined };
  const { link } = resolverOf(from, links, { dead: [], lost: [] });
  return urls.map(link);
}

test.each([
  ['Jekyll', '_guides/a.md', '/guides/send', '_guides/send.md'],
  ['a post of Jekyll', '_guides/a.md', '/2026/10/19/send/', '_posts/2026-10-19-send.md'],
  ['Next.js', 'app/docs/a/page.mdx', '/docs/send', 'app/docs/send/page.mdx'],
  ['Next.js with groups', 'app/(docs)/a/page.mdx', '/send', 'app/(docs)/send/page.mdx'],
  ['a page of Next.js beside it', 'app/docs/b/a/page.mdx', '../b/send', 'app/docs/b/send/page.mdx'],
  [
    'Hugo, which writes addresses in lowercase',
    'en/a.md',
    '/functions/send/',
    'en/functions/Send.md',
  ],
  ['a language in a folder', 'docs/de/a.md', '/send', 'docs/de/send.md'],
  ['a page that is not translated', 'docs/de/guides/a.md', '../send.md', 'docs/en/send.md'],
  [
    'an address with a language that is not translated',
    'es/a.md',
    '/es/guides/send/',
    'guides/send.md',
  ],
])('an address of %s leads to its article', (_, from, url, path) => {
  expect(targets(from, [url], { [path]: 'send' })).toEqual(['article:send']);
});

test('a file is found before a page that only has the same address', () => {
  const pages = { 'docs/send.md': 'one', 'send.md': 'two' };
  expect(targets('a.md', ['/send', '/docs/send'], pages)).toEqual(['article:two', 'article:one']);
});

test('addresses in front matter lead to the article, and are not reported as unused', async () => {
  const { id } = await createTenant(database.kysely);
  const result = await importFiles(database.kysely, id, {
    'a.md': '[1](/x/send/) [2](/old/send) [3](/older.html) [4](/guides/short)',
    'guides/b.md': articleOf('B', 'Text', {
      permalink: '/x/send/',
      aliases: ['/old/send/'],
      redirect_from: '/older.html',
      slug: 'short',
    }),
  });
  expect(result).toMatchObject({ added: 2, dead: [], ofSite: [] });
  expect([...result.ignored]).toEqual([]);
});

test('files in different folders can have the same slug', async () => {
  const { id } = await createTenant(database.kysely);
  const file = (title: string) => articleOf(title, 'Text', { slug: 'reference' });
  const { faults, added } = await importFiles(database.kysely, id, {
    'a/one.md': file('One'),
    'b/two.md': file('Two'),
  });
  expect({ faults, added }).toEqual({ faults: [], added: 2 });
});

test.each([
  ['a quoted text that continues at the start of a line', "title: 'One\ntwo'"],
  ['a list that is indented by tabs', 'title: One two\naliases: [\n\t"/a",\n  "/b",\n]'],
])('front matter with %s is read', async (_, front) => {
  const { id } = await createTenant(database.kysely);
  const { faults } = await importFiles(database.kysely, id, {
    'a.md': `---\n${front}\n---\n\nText`,
  });
  expect(faults).toEqual([]);
});

test('values of a site stand in its articles, and its own address is left out of links', async () => {
  const { id } = await createTenant(database.kysely);
  const result = await importFiles(database.kysely, id, {
    '_config.yml': 'repository: https://git.example/x\nurl: https://docs.example\nbaseurl: /v2\n',
    'a.md':
      '[1]({{ site.repository }}/issues/1) [2]({{site.url}}{{ site.baseurl }}/b/) {{ site.x }}',
    'b.md': 'Text',
  });
  expect(result).toMatchObject({ added: 2, dead: [], ofSite: [] });
});
