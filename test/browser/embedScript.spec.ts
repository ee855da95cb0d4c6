import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

/** Opens a page with this HTML. */
async function openPage(page: Page, head: string, body = ''): Promise<void> {
  const html = `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body>${body}</body></html>`;
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('/host.html', { waitUntil: 'networkidle' });
}

const options = 'data-api-key="pk_test_demo" data-base-url="/v1/" data-email="help@example.com"';
const insert = `
  const tag = document.createElement('script');
  Object.assign(tag.dataset, { apiKey: 'pk_test_demo', baseUrl: '/v1/', email: 'help@example.com' });
  tag.src = '/embed/support.js';
  document.head.append(tag);
`;

for (const [how, head] of [
  ['is put into the page by a script', `<script>${insert}</script>`],
  [
    'runs where a library has replaced currentScript',
    `<script>
      Object.defineProperty(document, 'currentScript', { value: null });
      Object.defineProperty(Document.prototype, 'currentScript', { value: undefined });
      ${insert}
    </script>`,
  ],
  [
    'is run by a tag manager, which reads its code',
    `<script type="text/plain" src="/embed/support.js" ${options}></script>
    <script>fetch('/embed/support.js').then((response) => response.text()).then(eval);</script>`,
  ],
] as const) {
  test(`the script finds its options and files if it ${how}`, async ({ page }) => {
    await openPage(page, head);
    await widget(page).openForm();
  });
}

const stub = `window.PenguinSupport = function () { (PenguinSupport.q = PenguinSupport.q || []).push(arguments) };`;
const init = `PenguinSupport('init', { email: 'help@example.com' });`;
const script = '<script async src="/embed/support.js"></script>';

test('destroy before init only ends earlier calls', async ({ page }) => {
  await openPage(
    page,
    `<script>${stub} PenguinSupport('open'); PenguinSupport('destroy'); ${init}</script>${script}`,
  );
  await expect(widget(page).launcher).toBeVisible();
  await expect(widget(page).panel).toHaveCount(0);
});

test('destroy before the code has loaded leaves nothing behind, and a new init starts the widget', async ({
  page,
}) => {
  await openPage(
    page,
    `<script>${stub} ${init} PenguinSupport('open'); PenguinSupport('destroy');</script>${script}`,
  );
  await expect(page.locator('penguin-support')).toHaveCount(0);
  await page.evaluate(() => window.PenguinSupport?.('init', { email: 'help@example.com' }));
  await widget(page).openForm();
});

test('a combined script finds its files by the option', async ({ page }) => {
  const code = await (await page.request.get('/embed/support.js')).text();
  await page.route('**/wp-content/cache/combined.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `${stub} PenguinSupport('init', { email: 'help@example.com', chunks: '/embed/' });\n${code}`,
    }),
  );
  await openPage(page, '<script src="/wp-content/cache/combined.js"></script>');
  await widget(page).openForm();
});

test('a tag without options reports what is missing, once', async ({ page, complaints }) => {
  await openPage(page, script);
  await expect
    .poll(() => complaints)
    .toEqual([expect.stringContaining('The script has no options')]);
  complaints.length = 0;
});

test('attributes of other tools on the tag are no options, and a misspelled option is reported', async ({
  page,
  complaints,
}) => {
  const foreign =
    'data-nscript="afterInteractive" data-cfasync="false" data-cookieconsent="ignore"';
  await openPage(
    page,
    `<script src="/embed/support.js" ${options} ${foreign} data-lokale="es"></script>`,
  );
  await widget(page).openForm();
  await expect
    .poll(() => complaints)
    .toEqual([expect.stringContaining('Did you mean "data-locale"?')]);
  complaints.length = 0;
});

test('a module script uses the options of its tag', async ({ page }) => {
  await openPage(page, `<script type="module" src="/embed/support.js" ${options}></script>`);
  await widget(page).openForm();
});
