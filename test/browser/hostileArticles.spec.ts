import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { readArticle } from '../../server/kb/readArticle.ts';
import { expect, test, widget } from '../support/demo.ts';
import { hostileMarkdown } from '../support/hostileArticle.ts';

/** Console messages about pictures on other hosts, which the page's policy may reject. */
const blockedPicture = /^Loading the image 'https?:\/\//;

test.use({ allowed: blockedPicture });

test('hostile articles are inert under the strictest policy of a page', async ({
  page,
  complaints,
}) => {
  const articles = hostileMarkdown().map((markdown) => {
    const file = parseFile(
      fileOf('hostile.md'),
      `---
title: Hostile
---

${markdown}`,
    );
    return { slug: 'hostile', category: 'account', tags: [], ...readArticle(file) };
  });
  expect(articles.length).toBeGreaterThan(3);
  let served = 0;
  await page.route('**/support/kb/articles/*', (route) => {
    const { slug, title, category, minutes, tags, blocks } =
      articles[served++] ?? articles[0] ?? {};
    const data = { slug, title, category, minutes, tags, blocks, locale: 'en', related: [] };
    const more = { url: 'https://help.example/x', description: '', updated: new Date().toJSON() };
    const meta = { request_id: 'req_1', timestamp: new Date().toJSON() };
    return route.fulfill({ json: { success: true, data: { ...data, ...more }, meta } });
  });
  // The page's own policy decides about pictures of other hosts.
  await page.route(/evil\.example|^https?:\/\/(?!localhost|127)/, (route) => route.abort());
  await page.goto('/strict.html');
  const address = page.url();
  const { panel } = widget(page);
  for (const [index, { blocks }] of articles.entries()) {
    await page.evaluate((slug) => window.PenguinSupport?.('openArticle', slug), `hostile-${index}`);
    await expect.poll(() => served).toBe(index + 1);
    if (blocks.length > 0) await expect(panel.locator('article')).not.toBeEmpty();
    const found = await page.evaluate(() => {
      const root = document.querySelector('penguin-support')?.shadowRoot;
      const all = [...(root?.querySelectorAll('dialog *') ?? [])];
      return {
        active: all.filter(({ localName }) =>
          ['script', 'iframe', 'style', 'object', 'embed', 'form', 'base', 'meta'].includes(
            localName,
          ),
        ).length,
        handlers: all.flatMap(({ attributes }) =>
          [...attributes].map(({ name }) => name).filter((name) => /^on|^style$|srcdoc/.test(name)),
        ),
        protocols: all.flatMap((one) => {
          if (one instanceof HTMLAnchorElement) return [one.protocol];
          return one instanceof HTMLImageElement ? [new URL(one.src).protocol] : [];
        }),
        pwned: 'pwned' in window,
      };
    });
    expect({ ...found, protocols: [] }).toEqual({
      active: 0,
      handlers: [],
      protocols: [],
      pwned: false,
    });
    for (const protocol of found.protocols) {
      expect(['http:', 'https:', 'mailto:', 'tel:']).toContain(protocol);
    }
  }
  expect(page.url()).toBe(address);
  expect(complaints.filter((text) => !blockedPicture.test(text))).toEqual([]);
});
