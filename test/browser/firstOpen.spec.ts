import type { Page } from '@playwright/test';
import { expect, test } from '../support/demo.ts';

/** What the page fetches from now on: code by the name of its chunk, and calls of the backend. */
function watchRequests(page: Page): Set<string> {
  const fetched = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const [, chunk] = /^\/embed\/(.+)-[\w-]{7}\.js$/.exec(pathname) ?? [];
    fetched.add(chunk ?? `${request.method()} ${pathname}`);
  });
  return fetched;
}

test('who only opens the form fetches what it shows, and the rest with the first key', async ({
  page,
}) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><title>Host</title><script defer src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/"></script></html>',
    }),
  );
  await page.goto('/host.html');
  await page.waitForLoadState('networkidle');
  const fetched = watchRequests(page);
  await page.evaluate(() => window.PenguinSupport?.('open', 'ticket'));
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('button', { name: 'Take a screenshot' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const inForm = ['app', 'panel', 'elements', 'parts', 'list', 'client', 'analytics'];
  expect([...fetched].sort()).toEqual(['GET /v1/support/config', ...inForm].sort());

  await panel.getByLabel('Subject').pressSequentially('Mails bounce');
  await expect.poll(() => [...fetched]).toEqual(expect.arrayContaining(['later', 'trackSent']));
});
