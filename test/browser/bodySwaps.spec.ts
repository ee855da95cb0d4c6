import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

const options = 'data-api-key="pk_test_demo" data-base-url="/v1/"';
const script = `<script src="/embed/support.js" ${options}></script>`;

/** Ways of frameworks to go to another page within the document: what the head holds. */
const ways = {
  'Hotwire Turbo': {
    file: '@hotwired/turbo/dist/turbo.es2017-umd.js',
    head: '<script src="/lib.js"></script>',
  },
  Swup: {
    file: 'swup/dist/Swup.umd.js',
    head: `<script src="/lib.js"></script><script>addEventListener('DOMContentLoaded', () => new Swup({ animationSelector: false, containers: ['main'] }))</script>`,
  },
};

async function serve(page: Page, { file, head }: (typeof ways)['Swup']): Promise<void> {
  await page.route('**/lib.js', (route) => route.fulfill({ path: `node_modules/${file}` }));
  for (const [name, other] of [
    ['one', 'two'],
    ['two', 'one'],
  ]) {
    await page.route(`**/${name}.html`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><head><title>${name}</title>${head}${script}</head>
          <body><main id="main"><h1>Page ${name}</h1><a href="/${other}.html">Go on</a>
          <penguin-help-center></penguin-help-center></main></body></html>`,
      }),
    );
  }
}

for (const [name, way] of Object.entries(ways)) {
  test(`with ${name} the widget stays, once, with its draft, and placed widgets return`, async ({
    page,
  }) => {
    await serve(page, way);
    await page.goto('/one.html', { waitUntil: 'networkidle' });
    const { panel, openForm } = widget(page);
    await openForm();
    await panel.getByLabel('Subject').fill('Half a');
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    for (const next of ['two', 'one']) {
      await page.getByRole('link', { name: 'Go on' }).click();
      await expect(page.getByRole('heading', { name: `Page ${next}` })).toBeVisible();
      await expect(page.locator('penguin-support')).toHaveCount(1);
      await expect(panel.getByLabel('Subject')).toHaveValue('Half a');
      await expect(page.getByRole('button', { name: 'Help', exact: true })).toHaveCount(1);
    }
    expect(await page.evaluate(() => Reflect.get(window, 'isSame'))).toBe(true);
  });
}
