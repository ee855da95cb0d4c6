import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

/** The page sets options as a script does: as an expression. */
async function openPage(page: Page, options: string): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Host</title></head><body>
        <script src="/embed/support.js"></script>
        <script>
          const throwing = new Proxy({}, new Proxy({}, { get() { throw new Error('unreadable'); } }));
          PenguinSupport('init', Object.defineProperties(
            { apiKey: 'pk_test_demo', baseUrl: '/v1/', email: 'help@example.com' },
            Object.getOwnPropertyDescriptors(${options})));
        </script></body></html>`,
    }),
  );
  await page.goto('/host.html');
}

for (const [name, options, lines] of [
  [
    'getters that throw',
    `{ user: { name: 'Ada', get id() { throw new Error(); } }, get theme() { throw new Error(); },
       get position() { throw new Error(); }, get launcher() { throw new Error(); },
       get locale() { throw new Error(); } }`,
    ['user.id', 'theme', 'position', 'launcher', 'locale'],
  ],
  [
    'symbols and big numbers',
    `{ user: { id: 12345678901234567890n, name: Symbol('Ada') }, theme: Symbol('dark'),
       offset: { x: 1n, y: Symbol('1') }, zIndex: 1n, position: Symbol('left'), locale: 1n }`,
    ['user.name', 'theme', 'offset', 'zIndex', 'position', 'locale'],
  ],
  [
    'objects that cannot be read at all',
    '{ user: throwing, tenant: throwing, links: throwing, theme: throwing }',
    ['user', 'tenant', 'links', 'theme'],
  ],
  [
    'proxies and instances of classes, as state libraries give them',
    `{ user: new Proxy(new (class { id = 7; get name() { return 'Ada'; } })(), {}),
       tenant: Object.freeze({ id: 7, created: new Date(0) }), messages: new Proxy({}, {}) }`,
    [],
  ],
] as const) {
  test(`options with ${name} only lose those values`, async ({ page, complaints }) => {
    await openPage(page, options);
    const { panel, openForm, fill, send } = widget(page);
    await openForm();
    await fill('Words', 'As they were written.');
    await panel.getByLabel('E-mail').fill('ada@acme.example');
    await send.click();
    await expect(panel.getByText('We’ve got your request')).toBeVisible();
    for (const line of lines) {
      await expect
        .poll(() => complaints)
        .toContainEqual(expect.stringMatching(new RegExp(`\\b${line}\\b`)));
    }
    if (lines.length === 0) expect(complaints).toEqual([]);
    complaints.length = 0;
    await page.evaluate(() => window.PenguinSupport?.('destroy'));
    await expect(page.locator('penguin-support')).toHaveCount(0);
  });
}

test('an invalid option "chunks" causes one line in the console, and a mail', async ({
  page,
  complaints,
}) => {
  await openPage(page, "{ chunks: Symbol('/embed/') }");
  const mail = page.waitForRequest(/^mailto:/);
  await widget(page).launcher.click();
  expect((await mail).url()).toContain('mailto:help@example.com');
  await expect.poll(() => complaints).toEqual([expect.stringContaining('Mail only, see "chunks"')]);
  complaints.length = 0;
});
