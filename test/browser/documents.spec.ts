import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

const script = (attributes = '') =>
  `<script src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/" ${attributes}></script>`;

async function openPage(page: Page, body: string, contentType = 'text/html'): Promise<void> {
  await page.route('**/host.html', (route) => route.fulfill({ contentType, body }));
  await page.goto('/host.html');
}

test('in a frame with `srcdoc`, addresses are resolved by the parent page', async ({ page }) => {
  const inner = `<!doctype html><html lang="en"><body>${script()}`.replaceAll('"', '&quot;');
  await openPage(page, `<iframe srcdoc="${inner}" width="900" height="650"></iframe>`);
  const frame = page.frameLocator('iframe');
  await frame.locator('penguin-support [part=launcher]').click();
  const panel = frame.getByRole('dialog');
  await panel.getByRole('button', { name: 'Contact support' }).click();
  await panel.getByLabel('Category').selectOption('technical');
  await panel.getByLabel('Subject').fill('Framed');
  await panel.getByLabel('Description').fill('Inside of an attribute.');
  await panel.getByLabel('E-mail').fill('ada@acme.example');
  const sent = page.waitForRequest(
    (request) => request.method() === 'POST' && request.url().endsWith('/v1/support/tickets'),
  );
  await panel.getByRole('button', { name: 'Send request' }).click();
  expect((await sent).postDataJSON()).toMatchObject({ context: { url: 'about:' } });
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
});

test('a request is sent in an XHTML document', async ({ page }) => {
  await openPage(
    page,
    `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Host</title></head>
      <body><penguin-help-center></penguin-help-center>${script()}</body></html>`,
    'application/xhtml+xml',
  );
  await page.locator('penguin-support [part=launcher]').click();
  const panel = page.locator('penguin-support [part=panel]');
  await panel.getByText('Contact support').click();
  // Playwright finds no labels in XHTML.
  await panel.locator('#ticket-category').selectOption('technical');
  await panel.locator('#ticket-subject').fill('Strict');
  await panel.locator('#ticket-description').fill('Each tag is closed.');
  await panel.locator('#ticket-email').fill('ada@acme.example');
  await panel.getByText('Send request').click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  await expect(page.locator('penguin-help-center').getByText('Help')).toBeVisible();
});

test('a page that calls `document.write` again has one widget with the draft', async ({ page }) => {
  await openPage(page, `<!doctype html><html lang="en"><body><h1>First</h1>${script()}`);
  const { panel, openForm } = widget(page);
  await openForm();
  await panel.getByLabel('Subject').fill('Half a');
  await page.evaluate((again) => {
    document.open();
    document.write(`<!doctype html><html lang="en"><body><h1>Second</h1>${again}`);
    document.close();
  }, script());
  await expect(page.getByRole('heading', { name: 'Second' })).toBeVisible();
  await expect(page.locator('penguin-support')).toHaveCount(1);
  await expect(panel).toBeHidden();
  await openForm();
  await expect(panel.getByLabel('Subject')).toHaveValue('Half a');
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(panel).toBeHidden();
  await page.evaluate(() => window.PenguinSupport?.('destroy'));
  await expect(page.locator('penguin-support')).toHaveCount(0);
});
