import type { Page } from '@playwright/test';
import { build } from 'vite';
import { expect, test, widget } from '../support/demo.ts';

let bundle: Promise<string> | undefined;

/** The page of the libraries, as their users' bundlers make it. */
async function bundled(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: 'test/support/dialogs/page.ts', formats: ['iife'], name: 'page' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  return chunk?.code ?? '';
}

const script = `<script async src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/"></script>`;

async function openPage(page: Page, name: string, body: string, head = ''): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Host</title>${head}${script}</head><body>${body}</body></html>`,
    }),
  );
  await page.goto(`/host.html#${name}`, { waitUntil: 'networkidle' });
}

/** A person opens the page's dialog, writes in it, then writes in the widget and goes back. */
async function useBoth(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  const theirs = page.getByLabel('Name of the page');
  await theirs.fill('Half a');
  const { launcher } = widget(page);
  const panel = page.locator('penguin-support [part=panel]');
  await launcher.click();
  await panel.getByText('Contact support').first().click();
  const subject = panel.getByLabel('Subject');
  await subject.click();
  await page.keyboard.type('It does not save');
  await expect(subject).toBeFocused();
  await expect(subject).toHaveValue('It does not save');
  await expect(theirs).toBeVisible();
  await expect(theirs).toHaveValue('Half a');
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(panel).toBeHidden();
  await expect(theirs).toBeVisible();
}

for (const name of ['radix', 'vaul', 'mui', 'headless']) {
  test(`a modal dialog of ${name} stays open while the widget is used`, async ({ page }) => {
    bundle ??= bundled();
    const code = await bundle;
    await page.route('**/page.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: code }),
    );
    await openPage(page, name, '<script src="/page.js"></script>');
    await useBoth(page);
  });
}

test('a native modal dialog stays open while the widget is used, and is left when it closes', async ({
  page,
}) => {
  await openPage(
    page,
    'native',
    `<button type="button" onclick="d.showModal()">Edit</button>
     <dialog id="d"><input aria-label="Name of the page"></dialog>`,
  );
  await useBoth(page);
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect(page.locator('body > penguin-support')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('dialog')?.showModal());
  await expect(page.locator('dialog > penguin-support')).toHaveCount(1);
  await page.evaluate(() => document.querySelector('dialog')?.remove());
  await expect(page.locator('body > penguin-support')).toHaveCount(1);
  await widget(page).launcher.click();
  await expect(page.locator('penguin-support [part=panel]').getByLabel('Subject')).toHaveValue(
    'It does not save',
  );
});

test('a page that styles every backdrop, direction and dialog does not change the widget', async ({
  page,
}) => {
  await openPage(
    page,
    'styles',
    '<p>Text</p>',
    `<style>*, ::backdrop { background: rgb(0 0 0 / .5); direction: rtl; unicode-bidi: bidi-override }
     ::backdrop { display: block }</style>`,
  );
  await widget(page).launcher.click();
  const look = await page.locator('penguin-support').evaluate((host) => ({
    backdrop: getComputedStyle(host, '::backdrop').display,
    direction: getComputedStyle(host).direction,
    x: host.shadowRoot?.querySelector('button')?.getBoundingClientRect().right ?? 0,
    width: innerWidth,
  }));
  expect(look).toMatchObject({ backdrop: 'none', direction: 'ltr' });
  expect(look.x).toBeGreaterThan(look.width - 60);
});
