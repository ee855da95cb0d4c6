import violations from '../support/axe.ts';
import { expect, test, widget } from '../support/demo.ts';
import { badge, control } from '../support/statusPage.ts';

/** On a busy machine, a system may respond too late to count as working. */
const summary = { name: /^\d+ of 10 working$/ };

test('badges show all nine states as text', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/integrations.html');
  for (const [provider, name] of [
    ['hubspot', /^HubSpot Reconnect needed/],
    ['stripe', /^Stripe Down/],
    ['mailgun', /^Mailgun Degraded/],
    ['posthog', /^PostHog Maintenance/],
    ['salesforce', /^Salesforce Syncing/],
    ['slack', /^Slack Working/],
    ['paypal', /^PayPal Not connected/],
    ['mandrill', /^Mandrill Ending soon/],
    ['segment', /^Segment Unknown/],
  ] as const) {
    await expect(badge(page, provider)).toHaveAccessibleName(name, { timeout: 90_000 });
  }
  await expect(page.getByRole('button', summary)).toBeVisible();
});

test('a badge can be opened, read and closed with the keyboard only', async ({ page }) => {
  await page.goto('/integrations.html');
  await expect(badge(page, 'stripe')).toBeVisible();
  await badge(page, 'stripe').focus();
  await page.keyboard.press('Enter');
  const popover = page.getByRole('dialog', { name: 'Stripe' });
  await expect(popover).toBeFocused();
  await expect(popover).toContainText('Payments');
  await expect(popover).toContainText('We’ll keep checking.');
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

test('two hundred badges send one request', async ({ page }) => {
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

test('the list opens the detail of an integration, which opens the form about it', async ({
  page,
}) => {
  await page.goto('/integrations.html');
  const { panel } = widget(page);
  await page.getByRole('button', summary).click();
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

test('a person who manages an integration can sync it now', async ({ page }) => {
  await page.goto('/integrations.html');
  const { panel } = widget(page);
  await page.getByRole('button', summary).click();
  await panel.getByRole('button', { name: /Pipedrive/ }).click();
  const asked = page.waitForResponse((one) => one.url().endsWith('/sync'));
  await panel.getByRole('button', { name: 'Sync now' }).click();
  expect((await asked).status()).toBe(200);
  await expect(panel.getByRole('status').filter({ hasText: /^(Working|Syncing)$/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('an open incident is shown in the form and sent with the request', async ({ page }) => {
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

test('visitors without requests see a recovery immediately', async ({ page }) => {
  const stream = page.waitForRequest((one) => one.url().endsWith('/support/stream'));
  await page.goto('/integrations.html');
  await expect(widget(page).launcher).toHaveAccessibleDescription(/Down|Reconnect/);
  expect(await (await stream).headerValue('X-Visitor-Id')).toBeNull();
  await control(page, { provider: 'stripe', mode: 'well' });
  await expect(badge(page, 'stripe')).toHaveAccessibleName(/^Stripe Working/, { timeout: 15_000 });
  await control(page, { provider: 'stripe', mode: 'failing' });
  await expect(badge(page, 'stripe')).toHaveAccessibleName(/^Stripe Down/, { timeout: 15_000 });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
