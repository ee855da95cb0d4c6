import type { Page } from '@playwright/test';
import { codeThatSends, expect, outage, test, widget } from '../support/demo.ts';

// Most people see animations, so the focus must be right during them.
test.use({ allowed: outage, contextOptions: { reducedMotion: 'no-preference' } });

/**
 * Returns the tag of the focused element, through shadow roots. It is `BODY` if the focus was lost.
 */
const focusedTag = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.tagName;
  });

async function search(page: Page, words: string) {
  const { launcher, panel } = widget(page);
  await launcher.click();
  await panel.getByRole('button', { name: 'Search for answers' }).click();
  await panel.getByRole('combobox').fill(words);
  return { panel, options: panel.getByRole('option') };
}

test('a vote moves the focus to the next question, and Escape still goes back', async ({
  page,
}) => {
  await page.goto('/');
  const { panel, options } = await search(page, 'spf record');
  await options.first().click();
  await panel.getByRole('button', { name: 'No', exact: true }).press('Enter');
  const missing = panel.getByRole('textbox', { name: 'What’s missing?' });
  await expect(missing).toBeFocused();
  await missing.fill('Where do I find my registrar?');
  await panel.getByRole('button', { name: 'Send', exact: true }).press('Enter');
  await expect(panel.getByText('Your feedback helps us')).toBeVisible();
  await expect.poll(() => focusedTag(page)).not.toBe('BODY');
  await page.keyboard.press('Escape');
  await expect(panel.getByRole('combobox')).toBeFocused();
});

test('an article that loads late does not move the focus if the person has moved it', async ({
  page,
}) => {
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/\/kb\/articles\/[^/?]+$/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto('/');
  const { panel, options } = await search(page, 'spf record');
  await options.first().click();
  const no = panel.getByRole('button', { name: 'No', exact: true });
  await no.focus();
  answer();
  await expect(panel.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await expect(no).toBeFocused();
});

test('pressing something other than a control keeps the keys of the panel working', async ({
  page,
}) => {
  await page.goto('/');
  const { launcher, panel } = widget(page);
  await launcher.click();
  await panel.getByText('How can we help?').click();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('removing a file keeps the focus in the form', async ({ page }) => {
  await page.goto('/');
  const { panel, openForm } = widget(page);
  await openForm();
  const files = ['one.txt', 'two.txt'].map((name) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(name),
  }));
  await panel.locator('input[type=file]').setInputFiles(files);
  await panel.getByRole('button', { name: /one\.txt/ }).press('Enter');
  await expect(panel.getByRole('status').getByText('one.txt was removed.')).toBeVisible();
  await expect.poll(() => focusedTag(page)).not.toBe('BODY');
});

test('a file that was removed by mistake can be restored, also the last one', async ({ page }) => {
  await page.goto('/');
  const { panel, openForm } = widget(page);
  await openForm();
  const file = { name: 'one.txt', mimeType: 'text/plain', buffer: Buffer.from('one') };
  await panel.locator('input[type=file]').setInputFiles(file);
  const remove = panel.getByRole('button', { name: 'Remove one.txt' });
  await remove.click();
  await panel.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(remove).toBeVisible();
  await expect(panel.getByText('one.txt was removed.')).toHaveCount(0);
  await expect.poll(() => focusedTag(page)).not.toBe('BODY');
  await expect(panel.getByText('1 kB · added')).toBeVisible();
});

test('the active result is visible', async ({ page }) => {
  await page.goto('/');
  const { options } = await search(page, 'email');
  await expect.poll(() => options.count()).toBeGreaterThan(6);
  for (let pressed = 0; pressed < 7; pressed++) await page.keyboard.press('ArrowDown');
  await expect(options.nth(6)).toHaveAttribute('aria-selected', 'true');
  await expect(options.nth(6)).toBeInViewport({ ratio: 0.9 });
});

test('a table does not break words, and a list has bullets', async ({ page }) => {
  await page.goto('/');
  const { panel, options } = await search(page, 'spf record');
  await options.first().click();
  const cell = panel.getByRole('cell').first();
  await expect(cell).toBeVisible();
  const { width } = (await cell.boundingBox()) ?? { width: 0 };
  expect(width).toBeGreaterThan(60);
  await expect(panel.locator('article ul').first()).toHaveCSS('list-style-type', 'disc');
});

test('search opens without the network if the panel was open before', async ({ page, context }) => {
  const brought = page.waitForResponse((one) => one.url().includes('/Search-'));
  await page.goto('/');
  const { launcher, panel } = widget(page);
  await launcher.click();
  const code = (await brought).url();
  // Its imports load after it.
  await page.evaluate((url) => import(url).then(() => {}), code);
  await context.setOffline(true);
  await panel.getByRole('button', { name: 'Search for answers' }).click();
  await expect(panel.getByRole('combobox')).toBeFocused();
});

test('a request that was deleted by mistake can be restored', async ({ page, context }) => {
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Not this one', 'These words must not be lost.');
  await codeThatSends(page);
  await context.setOffline(true);
  await send.click();
  await panel.getByRole('button', { name: 'Delete' }).click();
  await expect(panel.getByText('Request deleted')).toBeVisible();
  await expect.poll(() => focusedTag(page)).not.toBe('BODY');
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByText('Not this one')).toBeVisible();
  await context.setOffline(false);
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
});

test('the page does not scroll below the sheet on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto('/');
  const { launcher, panel } = widget(page);
  const scrolled = () => page.evaluate(() => scrollY);
  const drawn = () =>
    page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(null))));
  await launcher.click();
  await expect(panel).toBeVisible();
  // The backdrop, the header, the footer.
  for (const y of [5, 40, 680]) {
    await page.mouse.move(190, y);
    await page.mouse.wheel(0, 400);
    await drawn();
    expect(await scrolled()).toBe(0);
  }
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await page.mouse.wheel(0, 400);
  await expect.poll(scrolled).toBeGreaterThan(0);
});
