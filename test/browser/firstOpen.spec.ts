import type { Page } from '@playwright/test';
import { expect, outage, test, widget } from '../support/demo.ts';

test.use({ allowed: outage });

/** Records what arrives on the page from now on: chunks by name, and responses of the backend. */
function watchRequests(page: Page): Set<string> {
  const fetched = new Set<string>();
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    const [, chunk] = /^\/embed\/(.+)-[\w-]{7}\.js$/.exec(pathname) ?? [];
    fetched.add(chunk ?? `${request.method()} ${pathname}`);
  });
  return fetched;
}

/** The chunks that send a request, and show it, without a network. */
const sends = ['unsent', 'errorSentence', 'Home', 'rows', 'states'];

const host =
  '<!doctype html><html lang="en"><title>Host</title><script defer src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/"></script></html>';

test.beforeEach(async ({ page }) => {
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: host }),
  );
  await page.goto('/host.html');
  await page.waitForLoadState('networkidle');
});

test('opening the form fetches what it shows, then what sends it without a network, and the first key fetches the rest', async ({
  page,
}) => {
  const fetched = watchRequests(page);
  await page.evaluate(() => window.PenguinSupport?.('open', 'ticket'));
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('button', { name: 'Take a screenshot' })).toBeVisible();
  const inForm = ['app', 'elements', 'parts', 'FieldList', 'client', 'analytics', 'FormFacts'];
  const wanted = ['GET /v1/support/config', ...inForm, ...sends].sort();
  const code = () => [...fetched].filter((one) => !one.startsWith('POST')).sort();
  await expect.poll(code).toEqual(wanted);

  await panel.getByLabel('Subject').pressSequentially('Mails bounce');
  await expect.poll(code).toEqual(expect.arrayContaining(['Search', 'Article', 'Conversation']));
});

test('with Save-Data the first key fetches what sends and shows a request without a network', async ({
  page,
  context,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.reload();
  const fetched = watchRequests(page);
  await page.evaluate(() => window.PenguinSupport?.('open', 'ticket'));
  const { panel, fill, send } = widget(page);
  await expect(panel.getByRole('button', { name: 'Take a screenshot' })).toBeVisible();
  await expect.poll(() => [...fetched]).toContain('client');
  expect([...fetched]).not.toContain('unsent');

  await fill('Mails bounce', 'Since this morning.');
  await panel.getByLabel('E-mail').fill('ada@example.com');
  await expect.poll(() => [...fetched]).toEqual(expect.arrayContaining(sends));
  await context.setOffline(true);
  await send.click();
  await expect(panel.getByRole('button', { name: 'Try now' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Copy full request' })).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Saved. We’ll send it' })).toBeFocused();
  await context.setOffline(false);
});

test('the next page loads no code for a visitor who only looked, but does for one who has written', async ({
  page,
}) => {
  await page.evaluate(() => window.PenguinSupport?.('open', 'ticket'));
  const panel = page.getByRole('dialog');
  await expect(panel.getByLabel('Subject')).toBeVisible();
  // Its events have an id, which is stored.
  const names = () => page.evaluate(() => Object.keys(localStorage));
  await expect.poll(names).toEqual([expect.stringMatching(/:guest$/)]);
  const ran = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((one) => one instanceof PerformanceResourceTiming && one.initiatorType !== 'link')
        .map(({ name }) => /embed\/(app|panel|client)-/.exec(name)?.[1])
        .filter(Boolean),
    );
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(await ran()).toEqual([]);

  await page.evaluate(() => window.PenguinSupport?.('open', 'ticket'));
  await panel.getByLabel('Subject').fill('Mails bounce');
  await expect.poll(names).toContainEqual(expect.stringMatching(/:id$/));
  await page.reload();
  await expect.poll(ran).toContain('app');
});
