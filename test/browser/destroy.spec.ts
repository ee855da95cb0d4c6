import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';
import { countLiving } from '../support/destroy/living.ts';
import { pageStates } from '../support/destroy/pageStates.ts';
import { panelStates } from '../support/destroy/panelStates.ts';
import { demo, type State } from '../support/destroy/reach.ts';

/** Console messages of the browser about a request that a state rejects or aborts. */
test.use({
  allowed: /Failed to load resource|did not load|willReadFrequently|points at an element/,
});

/** The command queue of pages that call `init` when they are ready. */
const stub = `window.PenguinSupport = function () { (PenguinSupport.q = PenguinSupport.q || []).push(arguments) };`;

/** States that one page reaches in turn. Each is loaded again, for another visitor. */
const perPage = 9;
const states = Object.entries({ ...panelStates, ...pageStates });
const desktop = { width: 1280, height: 720 };

for (let start = 0; start < states.length; start += perPage) {
  const group = states.slice(start, start + perPage);
  const names = group.map(([name]) => name).join('; ');
  test(`destroy leaves nothing behind: ${names}`, async ({ page }) => {
    await page.addInitScript(countLiving);
    for (const [name, state] of group) {
      await test.step(`destroy leaves nothing behind: ${name}`, async () => {
        await page.setViewportSize(desktop);
        await destroyIn(page, name, state);
        for (const other of page.context().pages()) if (other !== page) await other.close();
      });
    }
  });
}

async function destroyIn(page: Page, name: string, state: State): Promise<void> {
  const { options = demo, html: body = '', held, answers = {}, reach = async () => {} } = state;
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><title>Host</title><script>${stub}</script><script src="/embed/support.js"></script></head><body><main>${body}</main></body></html>`,
    }),
  );
  for (const [call, response] of Object.entries(answers)) {
    const [method, path = ''] = call.split(' ');
    await page.route(new RegExp(`${path}$`), (route) =>
      route.request().method() === method ? route.fulfill(response) : route.fallback(),
    );
  }
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  if (held) {
    await page.route(held, async (route) => {
      await released;
      await route.continue().catch(() => {}); // it was aborted
    });
  }
  await page.goto('/host.html');
  /** Ignores what the page itself has opened. */
  const html = async () => (await page.content()).replace(' open=""', '');
  const before = await html();
  const asked = held && page.waitForRequest(held);
  await page.evaluate((given) => window.PenguinSupport?.('init', given), {
    user: { id: name, name: 'Ada', email: 'ada@acme.example' },
    ...options,
  });
  await widget(page).launcher.waitFor({ state: 'attached' });
  await reach(page);
  await asked;
  await page.evaluate(() => {
    window.living.watchRequests();
    window.PenguinSupport?.('destroy');
  });
  const left = () => page.evaluate(() => window.living.now());
  expect.soft(await html()).toBe(before);
  await expect.soft(async () => expect(await left()).toEqual({})).toPass({ timeout: 5_000 });
  release();
  await page.unrouteAll({ behavior: 'wait' });
  // All consequences have started when an idle page has rendered.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve(null))));
  await expect(async () => expect(await left()).toEqual({})).toPass({ timeout: 5_000 });
  expect(await html()).toBe(before);
}
