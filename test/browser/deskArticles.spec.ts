import type { Page } from '@playwright/test';
import { expect, test } from '../support/demo.ts';
import { desk, isAccessible, keyOfSession } from '../support/desk.ts';

/** The pages of articles in the desk. */
function articles(page: Page) {
  const main = page.getByRole('main');
  return {
    main,
    markdown: main.getByLabel('Markdown'),
    pane: (name: string) => main.getByRole('region', { name }),
    press: (name: string) => main.getByRole('button', { name, exact: true }).click(),
    done: main.getByRole('status'),
    async open(): Promise<void> {
      await desk(page).open();
      await page.getByRole('button', { name: 'Articles' }).click();
      await expect(main.getByText(/^\d+ articles?$/)).toBeVisible();
    },
    async write(slug: string, title: string, markdown: string): Promise<void> {
      await main.getByRole('button', { name: 'New article' }).click();
      await main.getByLabel('Slug (name in the address)').fill(slug);
      await main.getByRole('button', { name: 'Start writing' }).click();
      await main.getByLabel('Title').fill(title);
      await main.getByLabel('Markdown').fill(markdown);
    },
  };
}

/** Only letters: searches with long numbers are not listed, because they may be personal. */
const unique = () => `walrus-${crypto.randomUUID().slice(0, 13).replaceAll(/\d/g, 'x')}`;

test('an article can be written with a live preview, published, and read in the widget', async ({
  page,
}) => {
  const slug = unique();
  const { open, write, pane, press, main, done } = articles(page);
  await open();
  await write(
    slug,
    `About ${slug}`,
    'Ice **floes**.\n\n:::tip\nBring a coat.\n:::\n\n[x](gone.md)',
  );
  const preview = pane('Preview');
  await expect(preview.getByRole('note')).toContainText('Bring a coat.');
  await expect(preview.getByText('floes')).toHaveJSProperty('tagName', 'STRONG');
  await expect(preview.getByText('Broken links: gone.md')).toBeVisible();
  await press('Save draft');
  await expect(done).toContainText('Saved as a draft.');
  const read = () => page.request.get(`/help/00000000-0000-4000-8000-00000000de30/${slug}`);
  expect((await read()).status()).toBe(404);
  await press('Publish now');
  await expect(done).toContainText('Saved and published.');
  expect(await (await read()).text()).toContain('Bring a coat.');
  await isAccessible(page);
  await press('Unpublish');
  await expect(done).toContainText('Saved as a draft.');
  expect((await read()).status()).toBe(404);
  await page.getByRole('button', { name: 'Articles' }).click();
  await main.getByLabel('Search').fill(slug);
  await expect(main.getByText('1 article', { exact: true })).toBeVisible();
  await expect(main.getByRole('row', { name: slug })).toContainText('Draft');
  await isAccessible(page);
});

test('unsaved text survives a reload', async ({ page }) => {
  const slug = unique();
  const { open, write, press, main, markdown, done } = articles(page);
  await open();
  await write(slug, 'Kept', 'First.');
  await page.reload();
  await page.getByRole('button', { name: 'Articles' }).click();
  await press(`${slug} (en)`);
  await expect(markdown).toHaveValue('First.');
  await press('Save draft');
  await expect(done).toContainText('Saved as a draft.');
  await markdown.fill('Second, not saved.');
  await expect(main.getByText('Not saved', { exact: true })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Articles' }).click();
  await main.getByLabel('Search').fill(slug);
  await main.getByRole('button', { name: 'Kept' }).click();
  await expect(markdown).toHaveValue('Second, not saved.');
  await press('Discard unsaved changes');
  await expect(markdown).toHaveValue('First.');
});

test.describe('with a concurrent editor', () => {
  test.use({ allowed: /status of 409/ });

  test('the second of two editors sees a message, and can overwrite or load the other version', async ({
    page,
  }) => {
    const slug = unique();
    const { open, write, press, main, markdown, done, pane } = articles(page);
    await open();
    await write(slug, 'Shared', 'First.');
    await press('Publish now');
    await expect(done).toContainText('Saved and published.');
    const theirs = await page.request.put(`/v1/agent/articles/${slug}`, {
      headers: { Authorization: `Bearer ${await keyOfSession(page)}` },
      data: { markdown: 'Theirs.', title: 'Shared' },
    });
    expect(theirs.status()).toBe(200);
    await markdown.fill('Mine.');
    await press('Save and publish');
    await expect(main.getByRole('alert')).toContainText('has saved this article since');
    await expect(markdown).toHaveValue('Mine.');
    await isAccessible(page);
    await press('Overwrite with mine');
    await expect(done).toContainText('Saved and published.');
    await press('Versions');
    await press('Read 2');
    await expect(pane('Version 2')).toContainText('Theirs.');
    await press('Restore 2');
    await expect(markdown).toHaveValue('Theirs.');
    await press('Save and publish');
    await expect(pane('Versions').getByRole('button', { name: 'Read 4' })).toBeVisible();
    await isAccessible(page);
  });
});

test('a translation is marked when its source changes, and an old address redirects', async ({
  page,
}) => {
  const slug = unique();
  const { open, write, press, main, markdown, done, pane } = articles(page);
  await open();
  await write(slug, 'Walrus', 'First.');
  await press('Publish now');
  await expect(done).toContainText('Saved and published.');
  await press('Languages and address');
  await main.getByLabel('Another language').fill('es');
  await press('Translate');
  await main.getByLabel('Title').fill('Morsa');
  await markdown.fill('Primero.');
  await press('Publish now');
  await expect(done).toContainText('Saved and published.');
  await press('Languages and address');
  await press('English');
  await expect(markdown).toHaveValue('First.');
  await markdown.fill('Second.');
  await press('Save and publish');
  await expect(done).toContainText('Saved and published.');
  await press('Languages and address');
  await expect(pane('Languages and address').getByText('Out of date')).toBeVisible();
  await main.getByLabel('Slug (name in the address)').fill(`${slug}-new`);
  await press('Change the slug');
  await expect(main.getByText(`English · ${slug}-new`)).toBeVisible();
  await press('Languages and address');
  await expect(main.getByText(`Former slugs that redirect here: ${slug}`)).toBeVisible();
  await press('Spanish');
  await press('Source text');
  await expect(pane('Source text').getByLabel('Source text')).toHaveValue('Second.');
  await press('It’s still up to date');
  await expect(done).toContainText('Marked as up to date.');
  await expect(main.getByText('Out of date')).toHaveCount(0);
  await isAccessible(page);
});

test('publication can be scheduled and cancelled, and statistics and missed searches are shown', async ({
  page,
}) => {
  const slug = unique();
  const { open, write, press, main, done, pane } = articles(page);
  await open();
  await write(slug, 'Later', 'Text.');
  await main.getByLabel('Publish at').fill('2100-01-01T12:00');
  await press('Schedule');
  await expect(done).toContainText('It will be published on time.');
  await expect(main.getByText('Scheduled', { exact: true })).toBeVisible();
  await press('Cancel the schedule');
  await expect(main.getByText('Draft', { exact: true })).toBeVisible();
  await press('Figures');
  await expect(pane('Figures')).toContainText('Views in 90 days');
  await isAccessible(page);
  await page.request.get(`/help/00000000-0000-4000-8000-00000000de30/?q=zebra${slug}`);
  await press('Back to the list');
  await press('Searches without results');
  await expect(main.getByRole('rowheader', { name: `zebra${slug}`, exact: true })).toBeVisible();
  await isAccessible(page);
  await press(`Remove zebra${slug}`);
  await expect(main.getByText(`zebra${slug}`)).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('no page of articles is wider than the screen', async ({ page }) => {
    const { open, write, main } = articles(page);
    await open();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);
    await write(unique(), 'x'.repeat(120), 'x'.repeat(300));
    await expect(main.getByRole('region', { name: 'Preview' })).toContainText('xxx');
    expect(await width()).toBe(390);
    await isAccessible(page);
  });
});
