import { expect, test, widget } from '../support/demo.ts';

test.use({
  allowed: /Failed to load resource|Mail only, see "chunks"|placed elements did not load/,
});

const page = (body = '') =>
  `<!doctype html><html lang="en"><title>Host</title><script src="/embed/support.js" data-email="help@example.com"></script>${body}</html>`;
for (const failures of [1, 2, 3, 4]) {
  test(`the panel opens when the code has loaded after ${failures} failed requests`, async ({
    page: host,
  }) => {
    let left = failures;
    await host.route('**/embed/app-*', (route) => (left-- > 0 ? route.abort() : route.continue()));
    await host.route('**/host.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: page() }),
    );
    await host.goto('/host.html');
    const { launcher, panel } = widget(host);
    // A press without code opens a mail, and the next press retries.
    await expect(async () => {
      await launcher.click();
      await expect(panel).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await panel.getByRole('button', { name: 'Contact support' }).click();
    await expect(panel.getByLabel('Subject')).toBeVisible();
  });
}

test('elements are rendered when the network is back', async ({ page: host, context }) => {
  let isAway = true;
  await host.route('**/embed/elements-*', (route) => (isAway ? route.abort() : route.continue()));
  await host.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: page('<penguin-help-center></penguin-help-center>'),
    }),
  );
  const warned = host.waitForEvent('console', (one) => one.text().includes('placed elements'));
  await host.goto('/host.html');
  await warned;
  isAway = false;
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(host.getByRole('button', { name: 'Help', exact: true })).toBeVisible();
});

test('a chosen file is named and sent if the code of the list does not load', async ({
  page: host,
}) => {
  await host.route('**/embed/FileList-*', (route) => route.abort());
  await host.goto('/');
  const { panel, openForm, fill, send } = widget(host);
  await openForm();
  await fill('A file', 'It goes along.');
  const log = { name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('one line') };
  const stored = host.waitForResponse(
    (one) => one.url().endsWith('/support/attachments') && one.status() === 201,
  );
  await host.locator('penguin-support input[type=file]').setInputFiles(log);
  await expect(panel.getByRole('listitem').filter({ hasText: 'log.txt' })).toBeVisible();
  await stored;
  const request = host.waitForRequest(
    (one) => one.method() === 'POST' && /tickets$/.test(one.url()),
  );
  await send.click();
  expect((await request).postDataJSON().attachments).toHaveLength(1);
});
