import type { Page } from '@playwright/test';
import { changedPages } from '../support/changedPages.ts';
import { expect, test, widget } from '../support/demo.ts';

const user = JSON.stringify({ id: '1', name: 'Ada', email: 'ada@acme.example' });

async function openPage(page: Page, script: string, body = ''): Promise<void> {
  const html = `<!doctype html><html lang="en"><head><title>Host</title><script>${script}</script></head>
    <body>${body}<script src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/"
    data-email="help@example.com" data-user='${user}'></script></body></html>`;
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('/host.html', { waitUntil: 'networkidle' });
}

for (const [name, script] of Object.entries(changedPages)) {
  test(`a request is sent on a page with ${name}`, async ({ page }) => {
    await openPage(page, script, '<penguin-help-center></penguin-help-center>');
    const { panel, openForm, fill, send } = widget(page);
    await openForm();
    await fill('Words', 'As they were written.');
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/support/tickets'),
    );
    await send.click();
    expect((await sent).postDataJSON()).toMatchObject({
      subject: 'Words',
      description: 'As they were written.',
    });
    await expect(panel.getByText('We’ve got your request')).toBeVisible();
    await page.evaluate(() => window.PenguinSupport?.('close'));
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.evaluate(() => window.PenguinSupport?.('destroy'));
    await expect(page.locator('penguin-support')).toHaveCount(0);
  });
}

test('if elements cannot be defined, only they are missing, and one line reports it', async ({
  page,
  complaints,
}) => {
  await openPage(
    page,
    `customElements.define = () => { throw new Error('taken'); };`,
    '<penguin-help-center></penguin-help-center>',
  );
  await widget(page).openForm();
  await expect
    .poll(() => complaints)
    .toEqual([expect.stringContaining('The placed elements did not load.')]);
  complaints.length = 0;
});

for (const [name, script] of [
  ['no shadow roots', `Element.prototype.attachShadow = () => { throw new Error('taken'); };`],
  ['no style sheets', `window.CSSStyleSheet = () => { throw new Error('taken'); };`],
  ['a matchMedia that throws', `window.matchMedia = () => { throw new Error('taken'); };`],
] as const) {
  test(`reports in one line why there is no button beside ${name}, and opens a mail`, async ({
    page,
    complaints,
  }) => {
    await openPage(page, script);
    await expect
      .poll(() => complaints)
      .toEqual([expect.stringContaining('The button cannot be drawn')]);
    complaints.length = 0;
    const mail = page.waitForRequest(/^mailto:/);
    await page.evaluate(() => window.PenguinSupport?.('open'));
    expect((await mail).url()).toContain('mailto:help@example.com');
  });
}

test('a page without adopted style sheets gets a line in the console and a mail', async ({
  page,
  complaints,
}) => {
  await openPage(
    page,
    'delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;',
  );
  const mail = page.waitForRequest(/^mailto:/);
  await page.evaluate(() => window.PenguinSupport?.('open'));
  expect((await mail).url()).toContain('mailto:help@example.com');
  await expect
    .poll(() => complaints)
    .toEqual([expect.stringContaining('This browser cannot style shadow roots')]);
  complaints.length = 0;
});

test('missing files cause one sentence in the console and a mail', async ({ page, complaints }) => {
  await page.route('**/embed/*-*.js*', (route) => route.fulfill({ status: 404 }));
  await openPage(page, '');
  const mail = page.waitForRequest(/^mailto:/);
  await widget(page).launcher.click();
  expect((await mail).url()).toContain('mailto:help@example.com');
  await widget(page).launcher.hover();
  const ours = complaints.filter((line) => !line.startsWith('Failed to load resource'));
  expect(ours).toEqual([expect.stringContaining('Mail only, see "chunks"')]);
  complaints.length = 0;
});
