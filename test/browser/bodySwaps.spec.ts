import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

const options = 'data-api-key="pk_test_demo" data-base-url="/v1/"';
const script = `<script src="/embed/support.js" ${options}></script>`;

interface Way {
  file: string;
  /** Runs in the head after the library has loaded. */
  code?: string;
  body?: string;
  main?: string;
}

/** A page that fetches the next page itself and lets the library apply the differences. */
const fetched = (change: string) => `addEventListener('click', async (event) => {
  if (!event.target.matches('a')) return;
  event.preventDefault();
  const html = await (await fetch(event.target.href)).text();
  const next = new DOMParser().parseFromString(html, 'text/html');
  ${change};
});`;
const onceReady = (code: string) => `addEventListener('DOMContentLoaded', () => ${code});`;

/** The ways in which frameworks navigate to another page within the document. */
const ways: Record<string, Way> = {
  'Hotwire Turbo': { file: '@hotwired/turbo/dist/turbo.es2017-umd.js' },
  Swup: {
    file: 'swup/dist/Swup.umd.js',
    code: onceReady('new Swup({ animationSelector: false, containers: ["main"] })'),
  },
  'boosted links of htmx': { file: 'htmx.org/dist/htmx.js', body: 'hx-boost="true"' },
  idiomorph: {
    file: 'idiomorph/dist/idiomorph.js',
    code: fetched('Idiomorph.morph(document.documentElement, next.documentElement)'),
  },
  morphdom: {
    file: 'morphdom/dist/morphdom-umd.js',
    code: fetched('morphdom(document.body, next.body)'),
  },
  'barba.js': {
    file: '@barba/core/dist/barba.umd.js',
    code: onceReady('barba.init()'),
    body: 'data-barba="wrapper"',
    main: 'data-barba="container"',
  },
  'pjax of the whole body': {
    file: 'pjax/pjax.js',
    code: onceReady('new Pjax({ elements: "a", selectors: ["title", "body"] })'),
  },
  Unpoly: {
    file: 'unpoly/unpoly.js',
    code: 'up.link.config.followSelectors.push("a"); up.fragment.config.mainTargets.unshift("body")',
  },
};

async function serve(page: Page, { file, code = '', body = '', main = '' }: Way): Promise<void> {
  await page.route('**/lib.js', (route) => route.fulfill({ path: `node_modules/${file}` }));
  for (const [name, other] of [
    ['one', 'two'],
    ['two', 'one'],
  ]) {
    await page.route(`**/${name}.html*`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><head><title>${name}</title>
          <script src="/lib.js"></script><script>${code}</script>${script}</head>
          <body ${body}><main id="main" ${main}><h1>Page ${name}</h1><a href="/${other}.html">Go on</a>
          <penguin-help-center></penguin-help-center></main></body></html>`,
      }),
    );
  }
}

for (const [name, way] of Object.entries(ways)) {
  test(`with ${name} there is one widget with its draft, and placed widgets are rendered again`, async ({
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
