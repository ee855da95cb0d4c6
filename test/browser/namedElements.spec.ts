import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

const user = JSON.stringify({ id: '1', name: 'Ada', email: 'ada@acme.example' });

/** Names of document properties that the widget, its libraries or similar code reads. */
const names = [
  'activeElement',
  'addEventListener',
  'adoptedStyleSheets',
  'append',
  'body',
  'compatMode',
  'cookie',
  'createElement',
  'createElementNS',
  'createTextNode',
  'currentScript',
  'defaultView',
  'dir',
  'documentElement',
  'getElementById',
  'head',
  'location',
  'querySelector',
  'querySelectorAll',
  'readyState',
  'removeEventListener',
  'scripts',
  'styleSheets',
  'title',
  'visibilityState',
];

async function openPage(page: Page, body: string): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Host</title></head>
        <body>${body}<penguin-help-center></penguin-help-center>
        <label>Words<input id="words"></label>
        <script src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/"
          data-email="help@example.com" data-user='${user}'></script></body></html>`,
    }),
  );
  await page.goto('/host.html', { waitUntil: 'networkidle' });
}

for (const [kind, element] of [
  ['images', (name: string) => `<img alt="" name="${name}">`],
  ['forms', (name: string) => `<form name="${name}"></form>`],
  ['frames', (name: string) => `<iframe title="" name="${name}"></iframe>`],
] as const) {
  test(`a request is sent beside ${kind} that are named like document properties`, async ({
    page,
  }) => {
    await openPage(page, names.map(element).join(''));
    const { panel, openForm, fill, send } = widget(page);
    await openForm();
    await fill('Words', 'As they were written.');
    const sent = page.waitForRequest(
      (request) => request.method() === 'POST' && request.url().endsWith('/support/tickets'),
    );
    await send.click();
    expect((await sent).postDataJSON()).toMatchObject({ subject: 'Words' });
    await expect(panel.getByText('We’ve got your request')).toBeVisible();
    await page.evaluate(() => window.PenguinSupport?.('close'));
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.evaluate(() => window.PenguinSupport?.('destroy'));
    await expect(page.locator('penguin-support')).toHaveCount(0);
  });
}

test('no file reads a document property that a named element can hide', () => {
  const files = readdirSync('dist/embed').filter(
    // The code of PostHog only loads if the page configures it.
    (file) => file.endsWith('.js') && !file.startsWith('module.slim'),
  );
  const reads = files.filter((file) =>
    /(?<!window\.)\bdocument\??\.\w/.test(readFileSync(`dist/embed/${file}`, 'utf8')),
  );
  expect(reads).toEqual([]);
});
