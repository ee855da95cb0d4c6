import type { Page } from '@playwright/test';
import { build } from 'vite';
import { expect, test, widget } from '../support/demo.ts';
import { openPage, script, useBoth } from '../support/dialogs/steps.ts';

let bundle: Promise<string> | undefined;

/** Bundles the page of the libraries like their users would. */
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

test('a modal dialog of a11y-dialog, which watches the focus, stays open while the widget is used', async ({
  page,
}) => {
  await page.route('**/lib.js', (route) =>
    route.fulfill({ path: 'node_modules/a11y-dialog/dist/a11y-dialog.min.js' }),
  );
  await openPage(
    page,
    'a11y',
    `<button type="button" data-a11y-dialog-show="theirs">Edit</button>
     <div id="theirs" data-a11y-dialog="theirs" aria-hidden="true">
       <div role="document"><input aria-label="Name of the page"></div></div>`,
    '<style>[aria-hidden=true] { display: none }</style><script src="/lib.js" defer></script>',
  );
  await useBoth(page);
});

test('a native modal dialog stays open while the widget is used, and the widget moves out when it closes', async ({
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

test('the widget is usable on an inert page and beside a fullscreen element', async ({ page }) => {
  await openPage(
    page,
    'full',
    `<div id="app" style="background: #eee"><button type="button"
       onclick="app.requestFullscreen()">Fill</button></div>`,
  );
  await page.getByRole('button', { name: 'Fill' }).click();
  await expect(page.locator('#app > penguin-support')).toHaveCount(1);
  await writeSubject(page);
  await page.evaluate(() => document.exitFullscreen());
  await expect(page.locator('body > penguin-support')).toHaveCount(1);

  await page.evaluate(() => {
    document.body.inert = true;
  });
  await expect(page.locator('html > penguin-support')).toHaveCount(1);
  await writeSubject(page);
  await page.evaluate(() => {
    document.body.inert = false;
    document.body.ariaHidden = 'true';
  });
  await expect(page.getByRole('dialog').getByLabel('Subject')).toHaveCount(0);
  await widget(page).launcher.click();
  await expect(page.getByRole('dialog').getByLabel('Subject')).toBeVisible();
  await page.evaluate(() => {
    document.body.ariaHidden = null;
  });
  await expect(page.locator('body > penguin-support')).toHaveCount(1);
});

test('the button is above a popover that the page opened while the code was loading', async ({
  page,
}) => {
  await page.route('**/embed/idle-*', async (route) => {
    await page.waitForFunction(() => document.documentElement.dataset.covered);
    await route.continue();
  });
  await openPage(
    page,
    'popover',
    `<div popover="manual" id="cover" style="inset: 0; width: 100vw; height: 100vh"></div>
     <script>
       cover.ontoggle = () => { document.documentElement.dataset.covered = 'true'; };
       addEventListener('load', () => cover.showPopover());
     </script>`,
  );
  await writeSubject(page);
});

test('a page without a place for the button says why', async ({ page, complaints }) => {
  await openPage(page, 'inert', '');
  await page.evaluate(() => {
    document.documentElement.inert = true;
  });
  await expect
    .poll(() => complaints)
    .toEqual([expect.stringContaining('its <html> element inert')]);
  complaints.length = 0;
  await page.route('**/frames.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<html><head>${script}</head><frameset><frame src="about:blank"></frameset></html>`,
    }),
  );
  await page.goto('/frames.html');
  await expect.poll(() => complaints).toEqual([expect.stringContaining('has a frameset')]);
  complaints.length = 0;
});

async function writeSubject(page: Page): Promise<void> {
  const { launcher } = widget(page);
  const panel = page.locator('penguin-support [part=panel]');
  await launcher.click();
  const subject = panel.getByLabel('Subject');
  const contact = panel.getByText('Contact support').first();
  await contact.or(subject).first().click();
  await subject.fill('');
  await subject.click();
  await page.keyboard.type('It does not save');
  await expect(subject).toHaveValue('It does not save');
  await panel.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(panel).toBeHidden();
}

test('a frame that must not submit forms can send a request', async ({ page, complaints }) => {
  await page.route('**/frame.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><body>${script}` }),
  );
  await openPage(
    page,
    'frame',
    `<iframe src="/frame.html" width="900" height="650"
       sandbox="allow-scripts allow-same-origin"></iframe>`,
  );
  const frame = page.frameLocator('iframe');
  await frame.locator('penguin-support [part=launcher]').click();
  const panel = frame.getByRole('dialog');
  await panel.getByRole('button', { name: 'Contact support' }).click();
  await panel.getByLabel('Category').selectOption('technical');
  await panel.getByLabel('Description').fill('Inside of a frame.');
  await panel.getByLabel('E-mail').fill('ada@acme.example');
  await panel.getByLabel('Subject').fill('Framed');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  const ours = complaints.filter((line) => !line.includes('escape its sandboxing'));
  expect(ours).toEqual([]);
  complaints.length = 0;
});
