import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

// Page styles can also change animations.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

async function openPage(page: Page, style: string, attributes = ''): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en" ${attributes}><title>Host</title><style>${style}</style>
        <body><p>Words of the page</p><penguin-help-center></penguin-help-center>
        <script src="/embed/support.js" data-api-key="pk_test_demo" data-base-url="/v1/"
          data-theme="host" data-email="help@example.com"></script></body></html>`,
    }),
  );
  await page.goto('/host.html');
}

/** Returns color, position and direction of the first controls. */
async function looksOf(page: Page) {
  const { launcher, panel } = widget(page);
  await launcher.click();
  const contact = panel.getByRole('button', { name: 'Contact support' });
  await expect(contact).toBeVisible();
  await page.mouse.move(0, 0);
  const colour = (one: Element) => getComputedStyle(one).backgroundColor;
  await expect.poll(() => panel.evaluate((one) => one.getAnimations().length)).toBe(0);
  return {
    launcher: await launcher.boundingBox(),
    panel: await panel.boundingBox(),
    contact: await contact.evaluate(colour),
    surface: await panel.evaluate(colour),
    text: await contact.evaluate((one) => {
      const { direction, font, letterSpacing, textTransform } = getComputedStyle(one);
      return { direction, font, letterSpacing, textTransform };
    }),
    backdrop: await page
      .locator('penguin-support')
      .evaluate((one) => getComputedStyle(one, '::backdrop').display),
  };
}

/**
 * Rules of the kinds that CSS frameworks have: resets with and without `!important`, layers,
 * elements by their kind, hosts without a definition, container and print rules, and tokens.
 */
const frameworkRules = `
  @layer reset, base;
  @layer reset { *, :before, :after { all: revert; border: 0 solid !important; outline: 0 !important;
    margin: 0 !important; padding: 0 !important; transition: none !important } }
  @layer base { html { font-size: 62.5% !important; line-height: 9 !important; zoom: 1 }
    button, input, select, textarea, [role=button], dialog, svg, path { all: unset !important; color: red !important;
      background: lime !important; font: inherit !important; fill: red !important; stroke: red !important;
      max-width: 3px !important; height: auto !important; border-radius: 0 !important; display: block !important } }
  :where(div, span, p, h1, h2, ul, li, a) { color: red !important; text-align: end !important; float: left !important;
    list-style: square !important; text-decoration: underline !important; word-break: break-all !important;
    columns: 3 !important; writing-mode: vertical-rl !important; white-space: pre !important }
  :not(:defined), penguin-support, body > :last-child { display: none !important; opacity: 0 !important;
    visibility: hidden !important; position: static !important; transform: scale(.1) !important;
    filter: blur(9px) !important; contain: strict !important; width: 1px !important; height: 1px !important;
    z-index: -1 !important; inset: auto !important; overflow: hidden !important; clip-path: inset(50%) !important;
    content-visibility: hidden !important; mix-blend-mode: difference !important; will-change: transform }
  [popover] { inset: 40% !important; margin: auto !important; border: 9px solid red !important; padding: 40px !important;
    background: red !important; color: red !important; width: fit-content !important }
  :root { --accent: red; --penguin-ink: ; --font-sans: serif; color: red; accent-color: red; caret-color: red;
    container-type: inline-size; user-select: none; cursor: wait; -webkit-text-fill-color: red; quotes: none }
  ::selection { color: red !important } ::placeholder { color: red !important }
  ::-webkit-scrollbar { display: none } :focus-visible { outline: 9px solid red !important }
  @media (min-width: 1px) { body { transform: translateZ(0); perspective: 1px; overflow: hidden !important } }`;

test('rules of the kinds that frameworks have do not change the widget', async ({ page }) => {
  await openPage(page, '');
  const plain = await looksOf(page);
  await page.unroute('**/host.html');
  await openPage(page, frameworkRules);
  expect(await looksOf(page)).toEqual(plain);
});

test('page styles for every element, backdrop and property do not change the widget', async ({
  page,
}) => {
  await openPage(page, '');
  const plain = await looksOf(page);
  await page.unroute('**/host.html');
  await openPage(
    page,
    `@property --penguin-accent { syntax: '<color>'; inherits: false; initial-value: red }
     *, ::after, ::before, ::backdrop, ::file-selector-button {
       box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
     ::backdrop { background: red !important; backdrop-filter: blur(9px) !important }
     * { direction: rtl !important; unicode-bidi: bidi-override !important; visibility: hidden !important;
       letter-spacing: 9px !important; text-transform: uppercase !important; font: 40px/4 serif !important;
       pointer-events: none !important; user-select: none; animation: away 20s infinite !important }
     body > * { display: none !important } dialog { position: static !important; width: 10px !important }
     @keyframes away { from, to { opacity: 0; transform: translateX(900px) } }`,
  );
  expect(await looksOf(page)).toEqual(plain);
  await expect(page.getByRole('button', { name: 'Help', exact: true })).toBeVisible();
});

for (const [name, style, attributes, isDark] of [
  ['nothing', '', '', false],
  ['a class', '', 'class="h-full dark"', true],
  ['the mark of Mantine', '', 'data-mantine-color-scheme="dark"', true],
  ['a colour scheme alone', 'html { color-scheme: dark; background: #000 }', '', true],
  ['both colour schemes', 'html { color-scheme: light dark }', '', false],
] as const) {
  test(`follows the theme of a page with ${name}`, async ({ page }) => {
    await openPage(page, style, attributes);
    await widget(page).launcher.click();
    const host = page.locator('penguin-support');
    await expect(host).toHaveAttribute('data-theme', isDark ? 'dark' : 'light');
    await page.evaluate(
      (next) => {
        document.documentElement.removeAttribute('data-mantine-color-scheme');
        document.documentElement.className = '';
        document.documentElement.style.colorScheme = next;
      },
      isDark ? 'light' : 'dark',
    );
    await expect(host).toHaveAttribute('data-theme', isDark ? 'light' : 'dark');
  });
}

test('fits into the window of a page with CSS zoom', async ({ page }) => {
  await openPage(page, 'body { zoom: 1.5 }');
  const { launcher, panel } = widget(page);
  await launcher.click();
  await expect(panel).toBeVisible();
  await expect.poll(() => panel.evaluate((one) => one.getAnimations().length)).toBe(0);
  expect((await panel.boundingBox())?.y).toBeGreaterThan(0);
});
