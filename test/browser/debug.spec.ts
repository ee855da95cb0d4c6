import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

test.use({ allowed: /status of 401|does not know the key|The script has no options/ });

async function openPage(page: Page, options: string): Promise<void> {
  const script = `<script async src="/embed/support.js" data-debug ${options}></script>`;
  const html = `<!doctype html><html lang="en"><head><title>Host</title>${script}</head><body><p>Host</p><penguin-status-badge integration="hubspot"></penguin-status-badge></body></html>`;
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('/host.html');
}

const checks = (page: Page) => page.getByRole('region', { name: 'Support widget: checks' });

test('data-debug shows on the page what is wrong, until it is fixed or closed', async ({
  page,
}) => {
  let isKnown = false;
  await page.route('**/support/config', (route) =>
    isKnown
      ? route.fallback()
      : route.fulfill({
          status: 401,
          json: {
            success: false,
            error: { code: 'INVALID_KEY', message: 'No.', details: [], request_id: 'req_1' },
          },
        }),
  );
  await openPage(page, 'data-api-key="pk_test_demo" data-base-url="/v1/"');
  await expect(checks(page)).toContainText('invalid_key');
  isKnown = true;
  await checks(page).getByRole('button', { name: 'Check again' }).click();
  await expect(checks(page)).toContainText('No problems found.');
  await checks(page).getByRole('button', { name: 'Close' }).click();
  await expect(checks(page)).toHaveCount(0);
  await widget(page).openForm();
});

test('data-debug says what a tag has lost, and goes with the widget', async ({ page }) => {
  await openPage(page, '');
  await expect(checks(page)).toContainText('not_started The script has no options');
  await checks(page).getByRole('button', { name: 'Close' }).click();
  await page.evaluate(() =>
    window.PenguinSupport?.('init', { apiKey: 'pk_test_demo', baseUrl: '/v1/', debug: true }),
  );
  await expect(checks(page)).toContainText('No problems found.');
  await page.evaluate(() => window.PenguinSupport?.('destroy'));
  await expect(checks(page)).toHaveCount(0);
});
