import type { Page, Request } from '@playwright/test';
import { expect, outage, test } from '../support/demo.ts';

interface Sent {
  url: string;
  key: string | undefined;
  visitor: string | undefined;
  body: string;
}

/**
 * Opens a page with two backends, of which Alpha's is unreachable. Records all requests to both.
 */
async function openPage(page: Page): Promise<Sent[]> {
  const sent: Sent[] = [];
  const note = (request: Request) => {
    const { authorization, 'x-visitor-id': visitor } = request.headers();
    sent.push({
      url: request.url(),
      key: authorization,
      visitor,
      body: request.postData() ?? '',
    });
  };
  await page.route('**/alpha/v1/**', (route) => {
    note(route.request());
    return route.abort();
  });
  await page.route('**/beta/v1/**', (route) => {
    note(route.request());
    return route.abort();
  });
  await page.route('**/two.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Two</title><body><script type="module">
        import { createSupport } from '/npm/index.js';
        const user = { id: 'ada', email: 'ada@example.com' };
        const make = (name, position) =>
          createSupport({ apiKey: 'pk_test_' + name, baseUrl: '/' + name + '/v1/', user, position });
        window.alpha = make('alpha', 'left');
        window.beta = make('beta', 'right');
      </script></body></html>`,
    }),
  );
  await page.route('**/npm/**', (route) =>
    route.fulfill({ path: `dist${new URL(route.request().url()).pathname}` }),
  );
  await page.goto('/two.html');
  return sent;
}

test.use({ allowed: outage });

test('text that is written in the widget of one account stays there', async ({ page }) => {
  const sent = await openPage(page);
  const [alpha, beta] = [0, 1].map((at) => page.locator('penguin-support').nth(at));
  if (!alpha || !beta) throw new Error('There are two.');
  await alpha.locator('[part=launcher]').click();
  await alpha.getByRole('dialog').getByRole('button', { name: 'Contact support' }).click();
  await alpha.getByLabel('Category').selectOption({ index: 1 });
  await alpha.getByLabel('Subject').fill('SECRET OF ALPHA');
  await alpha.getByRole('textbox', { name: 'Description' }).fill('SECRET OF ALPHA');
  await alpha.getByRole('button', { name: 'Send request' }).click();
  await expect(alpha.getByText('Saved. We’ll send it')).toBeVisible();

  await beta.locator('[part=launcher]').click();
  await beta.getByRole('dialog').getByRole('button', { name: 'Contact support' }).click();
  await expect(beta.getByLabel('Subject')).toHaveValue('');
  await beta.getByLabel('Category').selectOption({ index: 1 });
  await beta.getByLabel('Subject').fill('Of Beta');
  await beta.getByRole('textbox', { name: 'Description' }).fill('Of Beta');
  await beta.getByRole('button', { name: 'Send request' }).click();
  await expect(beta.getByText('Saved. We’ll send it')).toBeVisible();

  for (const { url, key, body } of sent) {
    const [mine, other] = url.includes('/alpha/') ? ['alpha', 'BETA'] : ['beta', 'ALPHA'];
    if (key) expect(key).toBe(`Bearer pk_test_${mine}`);
    expect(body.toUpperCase()).not.toContain(`OF ${other}`);
  }
  const visitors = (name: string) =>
    new Set(sent.flatMap(({ url, visitor }) => (url.includes(name) && visitor ? [visitor] : [])));
  // A request is saved before it is sent, so "Saved" may appear before the attempt.
  await expect.poll(() => visitors('/alpha/').size * visitors('/beta/').size).not.toBe(0);
  expect(visitors('/alpha/').size).toBe(1);
  expect(visitors('/beta/').size).toBe(1);
  expect(visitors('/alpha/')).not.toEqual(visitors('/beta/'));
  const names = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
  ]);
  expect(names.filter((name) => !/^penguin-support:pk_test_(alpha|beta):/.test(name))).toEqual([]);
});
