import type { Page } from '@playwright/test';
import { expect, widget } from '../demo.ts';

/** The tag of the widget. */
export const script = `<script async src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/"></script>`;

/** Opens a page with the widget and the given elements. */
export async function openPage(page: Page, name: string, body: string, head = ''): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Host</title>${head}${script}</head><body>${body}</body></html>`,
    }),
  );
  await page.goto(`/host.html#${name}`, { waitUntil: 'networkidle' });
}

/** Opens the page's dialog, types in it, then types in the widget and returns. */
export async function useBoth(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  const theirs = page.getByLabel('Name of the page');
  await theirs.fill('Half a');
  const { launcher } = widget(page);
  const panel = page.locator('penguin-support [part=panel]');
  await launcher.click();
  await panel.getByText('Contact support').first().click();
  const subject = panel.getByLabel('Subject');
  await subject.click();
  await page.keyboard.type('It does not save');
  await expect(subject).toBeFocused();
  await expect(subject).toHaveValue('It does not save');
  await expect(theirs).toBeVisible();
  await expect(theirs).toHaveValue('Half a');
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(theirs).toBeVisible();
}
