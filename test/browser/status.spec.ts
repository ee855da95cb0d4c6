import type { Locator, Page } from '@playwright/test';
import violations from '../support/axe.ts';
import { expect, test, widget } from '../support/demo.ts';

const key = 'pk_test_demo';

function badge(page: Page, provider: string, variant = 'full'): Locator {
  return page
    .locator(`penguin-status-badge[integration=${provider}][variant=${variant}]`)
    .locator('[part=badge]');
}

async function control(page: Page, wish: unknown): Promise<void> {
  const answer = await page.request.post('/control/state.json', {
    data: wish,
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(200);
}

/** Signs in, or does not, in the window that opens. */
async function answerInWindow(page: Page, press: () => Promise<void>, choice: string) {
  const opened = page.waitForEvent('popup');
  await press();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await popup.getByRole('link', { name: choice, exact: true }).click();
  await closed;
}

test('badges tell all nine states in words', async ({ page }) => {
  await page.goto('/integrations.html');
  for (const [provider, name] of [
    ['hubspot', /^HubSpot Reconnect needed/],
    ['stripe', /^Stripe Down/],
    ['mailgun', /^Mailgun Degraded/],
    ['posthog', /^PostHog Maintenance/],
    ['salesforce', /^Salesforce Syncing/],
    ['slack', /^Slack Working/],
    ['paypal', /^PayPal Not connected/],
    ['mandrill', /^Mandrill Retired/],
    ['segment', /^Segment Unknown/],
  ] as const) {
    await expect(badge(page, provider)).toHaveAccessibleName(name);
  }
  await expect(page.getByRole('button', { name: '5 of 10 working' })).toBeVisible();
});

test('a badge is opened, read and closed by keyboard alone', async ({ page }) => {
  await page.goto('/integrations.html');
  await expect(badge(page, 'stripe')).toBeVisible();
  await badge(page, 'stripe').focus();
  await page.keyboard.press('Enter');
  const popover = page.getByRole('dialog', { name: 'Stripe' });
  await expect(popover).toBeFocused();
  await expect(popover).toContainText('Payments');
  await expect(popover).toContainText('We go on checking.');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(popover).toHaveCount(0);
  await expect(badge(page, 'stripe')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(popover).toBeFocused();
  for (const name of ['Close', 'Report a problem', 'Details']) {
    await page.keyboard.press('Tab');
    await expect(popover.getByRole('button', { name })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(widget(page).panel.getByRole('heading', { name: 'Stripe' })).toBeVisible();
});

test('two hundred badges cost one request', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/v1/integrations')) asked.push(request.url());
  });
  await page.goto('/');
  await page.evaluate(() => {
    for (let index = 0; index < 200; index++) {
      const badge = document.createElement('penguin-status-badge');
      badge.setAttribute('integration', index % 2 ? 'slack' : 'hubspot');
      document.querySelector('main')?.append(badge);
    }
  });
  await expect(page.getByRole('button', { name: 'Slack: Working' })).toHaveCount(100);
  expect(asked).toHaveLength(1);
});

test('the list and the detail of one, and back to the form about it', async ({ page }) => {
  await page.goto('/integrations.html');
  const { panel } = widget(page);
  await page.getByRole('button', { name: '5 of 10 working' }).click();
  await expect(panel.getByRole('heading', { name: 'Status' })).toBeVisible();
  await expect(panel.getByText('PostHog is moved to new machines')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('button', { name: /Mailgun/ }).click();
  await expect(panel.getByRole('heading', { name: 'Mailgun' })).toBeVisible();
  await panel.getByRole('button', { name: 'Test connection' }).click();
  await expect(panel.getByText('Tested just now: Degraded.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Report a problem' }).click();
  await expect(panel.getByLabel('Subject')).toHaveValue('Problem with Mailgun');
  await expect(panel.getByLabel('Category')).toHaveValue('integration');
  await expect(panel.getByRole('alert')).toContainText('HubSpot: Reconnect needed.');
});

// The window closes while the page in it still loads.
test.describe('in a window', () => {
  test.use({ allowed: /did not load/ });

  test('saying no, and closing the window, are each told in a sentence', async ({ page }) => {
    await page.goto('/integrations.html');
    await badge(page, 'hubspot').click();
    const popover = page.getByRole('dialog', { name: 'HubSpot' });
    const reconnect = popover.getByRole('button', { name: 'Reconnect' });
    await answerInWindow(page, () => reconnect.click(), 'Do not allow');
    await expect(popover).toContainText('You did not allow the access');
    const opened = page.waitForEvent('popup');
    await reconnect.click();
    const popup = await opened;
    await popup.getByRole('link', { name: 'Allow', exact: true }).waitFor();
    await popup.close();
    await expect(popover).toContainText('The window was closed before HubSpot was connected');
  });

  test('signing in anew mends it, and every badge follows', async ({ page }) => {
    await page.goto('/integrations.html');
    await badge(page, 'hubspot').click();
    const popover = page.getByRole('dialog', { name: 'HubSpot' });
    await answerInWindow(
      page,
      () => popover.getByRole('button', { name: 'Reconnect' }).click(),
      'Allow',
    );
    await expect(popover).toContainText('HubSpot is connected.');
    await expect(badge(page, 'hubspot')).toHaveAccessibleName(/^HubSpot Working/);
    await expect(badge(page, 'hubspot', 'dot')).toHaveAccessibleName('HubSpot: Working');
  });
});

test('where no window opens, this tab goes there and comes back', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await page.goto('/integrations.html?tab=crm#top');
  const list = await page.request.get('/v1/integrations', {
    headers: { Authorization: `Bearer ${key}` },
  });
  const { data } = await list.json();
  const { id } = data.integrations.find(
    ({ provider }: { provider: string }) => provider === 'hubspot',
  );
  await page.request.post(`/v1/integrations/${id}/disconnect`, {
    headers: { Authorization: `Bearer ${key}`, 'X-Visitor-Id': 'visitor_of_the_browser_tests' },
  });
  await page.reload();
  await badge(page, 'hubspot').click();
  const popover = page.getByRole('dialog', { name: 'HubSpot' });
  await popover.getByRole('button', { name: 'Connect' }).click();
  await page.getByRole('link', { name: 'Allow', exact: true }).click();
  const { panel } = widget(page);
  await expect(panel.getByText('HubSpot is connected.')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?tab=crm');
  expect(new URL(page.url()).hash).toBe('#top');
});

test('an answer that nothing here has asked for is not believed', async ({ page }) => {
  await page.goto('/integrations.html?penguin_connect=granted&penguin_provider=hubspot&a=b');
  const { panel } = widget(page);
  await expect(panel.getByText('That sign-in did not begin on this page.')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?a=b');
});

test('an open incident is above the form and goes along with the request', async ({ page }) => {
  await page.goto('/integrations.html');
  await control(page, { incident: true });
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await expect(panel.getByRole('alert')).toContainText('Sending is slower than usual');
  await fill('Mails are late', 'Since noon.');
  const sent = page.waitForRequest((one) => one.method() === 'POST' && /tickets$/.test(one.url()));
  await send.click();
  expect((await sent).postDataJSON().incident_id).toMatch(/^[\da-f-]{36}$/);
  await control(page, { incident: false });
});

test('what breaks or is mended reaches who has written nothing, and no id is made for them', async ({
  page,
}) => {
  const stream = page.waitForRequest((one) => one.url().endsWith('/support/stream'));
  await page.goto('/integrations.html');
  await expect(page.locator('penguin-support').getByRole('img', { name: 'Down' })).toBeVisible();
  expect(await (await stream).headerValue('X-Visitor-Id')).toBeNull();
  await control(page, { provider: 'stripe', mode: 'well' });
  // Sooner than the next look, which is half a minute away.
  await expect(badge(page, 'stripe')).toHaveAccessibleName(/^Stripe Working/, { timeout: 15_000 });
  await control(page, { provider: 'stripe', mode: 'failing' });
  await expect(badge(page, 'stripe')).toHaveAccessibleName(/^Stripe Down/, { timeout: 15_000 });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
