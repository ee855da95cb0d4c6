import type { Page } from '@playwright/test';
import violations from '../support/axe.ts';
import { expect, outage, test, widget } from '../support/demo.ts';

test.use({ allowed: outage });

async function openSearch(page: Page) {
  const { launcher, panel } = widget(page);
  await launcher.click();
  await panel.getByRole('button', { name: 'Search for answers' }).click();
  const field = panel.getByRole('combobox', { name: 'Search for answers' });
  await expect(field).toBeFocused();
  return { field, panel, options: panel.getByRole('option') };
}

/** Waits until the articles are on the device. */
async function untilIndexed(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const names = (await indexedDB.databases()).map(({ name }) => name);
        return names.includes('penguin-support:pk_test_demo:articles');
      }),
    )
    .toBe(true);
}

test('an answer can be found, opened and read with the keyboard only', async ({ page }) => {
  await page.goto('/');
  const { field, panel, options } = await openSearch(page);
  await page.keyboard.type('spf recrod');
  await expect(options.first()).toContainText('SPF');
  await expect(options.first().locator('mark').first()).toHaveText(/spf/i);
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  const active = await options.first().getAttribute('id');
  await expect(field).toHaveAttribute('aria-activedescendant', active ?? '');
  await page.keyboard.press('Enter');
  await expect(
    panel.getByRole('heading', { name: 'Set up SPF for a sending domain' }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('spf recrod');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(panel.getByRole('button', { name: 'spf recrod' })).toBeVisible();
});

test('the form shows the passage that answers the text, and keeps it', async ({ page }) => {
  await page.goto('/');
  const { panel, openForm, fill } = widget(page);
  await openForm();
  await fill('How do I set up SPF?', 'Which record is the right one for my domain?');
  const answer = panel.getByRole('region', { name: 'Answer' });
  await expect(answer).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // Its table is wider than the panel, and scrolls.
  expect(await answer.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
  await answer.getByRole('button', { name: /From “/ }).click();
  await expect(panel.getByRole('heading', { name: /SPF/ }).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Back' }).click();
  await expect(panel.getByLabel('Subject')).toHaveValue('How do I set up SPF?');
});

test('a question with a likely answer shows the passage, which links to its heading', async ({
  page,
}) => {
  await page.goto('/');
  const { panel, field } = await openSearch(page);
  await field.fill('how do I rotate an api key?');
  const answer = panel.getByRole('region', { name: 'Answer' });
  await expect(answer.getByRole('heading', { name: 'Rotate without a break' })).toBeVisible();
  await expect(answer.getByRole('listitem').first()).toBeVisible();
  await answer.getByRole('button', { name: /^From “Create, rotate and revoke API keys/ }).click();
  await expect(panel.getByRole('heading', { name: 'Rotate without a break' })).toBeFocused();
});

test('without the network the device still searches and shows articles, and says so', async ({
  page,
  context,
}) => {
  await page.goto('/');
  const { field, panel, options } = await openSearch(page);
  await field.fill('dkim');
  await expect(options.first()).toContainText('DKIM');
  await untilIndexed(page);
  await options.first().click();
  await expect(panel.getByRole('button', { name: 'Yes' })).toBeVisible();
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await context.setOffline(true);
  await field.fill('bounce 550');
  await expect(options.first()).toContainText(/bounce/i);
  await expect(panel.getByText('the server isn’t responding')).toBeVisible({ timeout: 40_000 });
  await options.first().click();
  await expect(
    panel.getByText('Only the text of this article is saved on this device.'),
  ).toBeVisible({
    timeout: 40_000,
  });
});

test('links, feedback and contact work, with the article as context', async ({ page }) => {
  await page.goto('/');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/feedback')) sent.push(request.postData() ?? '');
  });
  const { field, panel, options } = await openSearch(page);
  await field.fill('set up spf');
  await options.first().click();
  await panel.getByRole('button', { name: 'Yes' }).click();
  await expect(panel.getByText('Thank you.')).toBeVisible();
  await expect.poll(() => sent).toEqual(['{"helpful":true}']);
  await panel.getByRole('button', { name: 'Contact support' }).click();
  await panel.getByRole('button', { name: 'Details we’ll include' }).click();
  await expect(panel.getByText('Article read')).toBeVisible();
  await expect(panel.getByText('Set up SPF for a sending domain')).toBeVisible();
});

test('no results lead to the form, with the query as its subject', async ({ page }) => {
  await page.goto('/');
  const { field, panel } = await openSearch(page);
  await field.fill('qqqq zzzz');
  await expect(panel.getByText('Nothing found')).toBeVisible();
  await panel.getByRole('button', { name: 'Contact support' }).click();
  await expect(panel.getByLabel('Subject')).toHaveValue('qqqq zzzz');
});

test('suggestions in the form are sent to the team as a note, and one that solves the problem is counted', async ({
  page,
}) => {
  await page.goto('/');
  await page.evaluate(() => {
    document.body.dataset.events = '';
    window.PenguinSupport?.('on', '*', ({ name }) => {
      document.body.dataset.events += `${name} `;
    });
  });
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('My campaign is stuck in queued', 'It sends nothing since this morning.');
  const suggestion = panel.getByRole('button', { name: /stuck in "queued"/ });
  await expect(suggestion).toBeVisible();
  await suggestion.click();
  await panel.getByRole('button', { name: 'This solved it' }).click();
  await expect(panel.getByText('Glad to hear it.')).toBeVisible();
  const events = await page.evaluate(() => document.body.dataset.events);
  for (const name of ['suggestion_shown', 'suggestion_click', 'article_view', 'deflected_to_kb']) {
    expect(events).toContain(`support_${name}`);
  }
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  await page.goto('/inbox/');
  await page.getByText('My campaign is stuck in queued').first().click();
  const note = page.getByRole('article').filter({ hasText: 'Internal note' });
  await expect(note).toContainText('Auto-suggested knowledge base articles:');
  const address = 'https://help.penguinmails.com/knowledge-base/campaign-stuck';
  await expect(note.locator(`a[href^="${address}"]`)).toBeVisible();
});

test('a field of the page shows suggestions, and Escape hides them', async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.setAttribute('aria-label', 'Own field');
    document.querySelector('main')?.prepend(field);
    window.PenguinSupport?.('attachSuggestions', field);
  });
  const field = page.getByLabel('Own field');
  await field.focus();
  await page.keyboard.type('how do I set up spf');
  const option = page.getByRole('option', { name: /Set up SPF/ });
  await expect(option).toBeVisible();
  const [below, above] = [await option.boundingBox(), await field.boundingBox()];
  expect(below?.y ?? 0).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  await page.keyboard.press('Escape');
  await expect(option).toHaveCount(0);
  await page.keyboard.type('?');
  await expect(option).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(widget(page).panel.getByRole('heading', { name: /Set up SPF/ })).toBeVisible();
});

test('articles work under the strictest policy of a page', async ({ page, complaints }) => {
  await page.goto('/strict.html');
  const { field, panel, options } = await openSearch(page);
  await field.fill('spf');
  await options.first().click();
  await expect(panel.getByRole('heading', { name: /SPF/ }).first()).toBeVisible();
  expect(complaints).toEqual([]);
});
