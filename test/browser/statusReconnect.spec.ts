import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';
import { badge } from '../support/statusPage.ts';

const key = 'pk_test_demo';

/** Signs in or declines in the window that opens. */
async function answerInWindow(page: Page, press: () => Promise<void>, choice: string) {
  const opened = page.waitForEvent('popup');
  await press();
  const popup = await opened;
  const closed = popup.waitForEvent('close');
  await popup.getByRole('link', { name: choice, exact: true }).click();
  await closed;
}

// The window closes while its page is still loading.
test.describe('in a window', () => {
  test.use({ allowed: /did not load/ });

  test('denying access and closing the window show different messages', async ({ page }) => {
    await page.goto('/integrations.html');
    await badge(page, 'hubspot').click();
    const popover = page.getByRole('dialog', { name: 'HubSpot' });
    const reconnect = popover.getByRole('button', { name: 'Reconnect' });
    await answerInWindow(page, () => reconnect.click(), 'Do not allow');
    await expect(popover).toContainText('You didn’t allow access');
    const opened = page.waitForEvent('popup');
    await reconnect.click();
    const popup = await opened;
    await popup.getByRole('link', { name: 'Allow', exact: true }).waitFor();
    await popup.close();
    await expect(popover).toContainText('The window was closed before HubSpot was connected');
  });

  test('signing in again fixes the integration, and every badge is updated', async ({ page }) => {
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

test('if no window opens, this tab goes to the provider and returns', async ({ page }) => {
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
  await panel.getByRole('button', { name: 'Test connection' }).click();
  await expect(panel.getByText('HubSpot is connected.')).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('?tab=crm');
  expect(new URL(page.url()).hash).toBe('#top');
});

test('a result of an attempt that was not started here is rejected', async ({ page }) => {
  await page.goto('/integrations.html?penguin_connect=granted&penguin_provider=hubspot&a=b');
  const { panel } = widget(page);
  await expect(panel.getByText('That sign-in didn’t start on this page.')).toBeVisible();
  expect(new URL(page.url()).search).toBe('?a=b');
});
