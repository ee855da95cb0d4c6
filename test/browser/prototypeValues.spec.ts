import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';
import { prototypeNames } from '../support/prototypeValues.ts';

const user = JSON.stringify({ id: '1', name: 'Ada', email: 'ada@acme.example' });

async function openPage(page: Page, names: readonly string[], value: string): Promise<void> {
  const html = `<!doctype html><html lang="en"><head><title>Host</title>
    <script>for (const name of ${JSON.stringify(names)}) Object.prototype[name] = ${value};</script></head>
    <body><penguin-help-center></penguin-help-center>
    <script src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/"
    data-email="help@example.com" data-user='${user}'></script></body></html>`;
  await page.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('/host.html', { waitUntil: 'networkidle' });
}

for (const [kind, value] of [
  ['words', '"x"'],
  ['functions', 'function () { return this; }'],
] as const) {
  for (const names of prototypeNames) {
    test(`a request is sent beside ${kind} on Object.prototype named ${names.join(', ')}`, async ({
      page,
    }) => {
      await openPage(page, names, value);
      const { panel, openForm, fill, send } = widget(page);
      await openForm();
      await fill('Words', 'As they were written.');
      await send.click();
      await expect(panel.getByText('We’ve got your request')).toBeVisible();
      await page.evaluate(() => window.PenguinSupport?.('close'));
      await page.getByRole('button', { name: 'Help', exact: true }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    });
  }
}

test('a method "then" on Object.prototype is reported in one line, and mail is offered', async ({
  page,
  complaints,
}) => {
  await openPage(page, ['then'], 'function () {}');
  const mail = page.waitForRequest(/^mailto:/);
  await widget(page).launcher.click();
  expect((await mail).url()).toContain('mailto:help@example.com');
  await expect.poll(() => complaints).toEqual([expect.stringContaining('Object.prototype.then')]);
  complaints.length = 0;
});
