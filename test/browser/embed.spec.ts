import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

const snippet = `
  window.PenguinSupport = window.PenguinSupport || function () { (PenguinSupport.q = PenguinSupport.q || []).push(arguments) };
`;
const page = (head: string, body = '') =>
  `<!doctype html><html lang="en"><head><title>Host</title>${head}</head><body>${body}</body></html>`;
const tag = '<script src="/embed/support.js" data-email="help@example.com"></script>';

test('calls from before the script has loaded run in order', async ({ page: host }) => {
  const html = page(`<script>${snippet}
    PenguinSupport('init', { email: 'help@example.com' });
    PenguinSupport('prefill', { subject: 'first' });
    PenguinSupport('newTicket', { subject: 'second' });
  </script><script async src="/embed/support.js"></script>`);
  await host.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await host.goto('/host.html');
  await expect(host.getByLabel('Subject')).toHaveValue('second');
});

test('a script in the head shows its button when the body exists', async ({ page: host }) => {
  await host.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: page(tag, '<p>Body</p>') }),
  );
  await host.goto('/host.html');
  await expect(widget(host).launcher).toBeVisible();
});

test('two tags on a page create one widget and one global', async ({ page: host }) => {
  await host.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: page(tag + tag) }),
  );
  await host.goto('/host.html');
  await expect(widget(host).launcher).toHaveCount(1);
  const globals = await host.evaluate(() =>
    Object.keys(window).filter((name) => /penguin|support|loader/i.test(name)),
  );
  expect(globals).toEqual(['PenguinSupport']);
});

test('a press on a slow connection is shown immediately, and the panel opens when it has loaded', async ({
  page: host,
}) => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  await host.route('**/embed/app-*', async (route) => {
    await gate;
    await route.continue();
  });
  await host.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: page(tag) }),
  );
  await host.goto('/host.html', { waitUntil: 'commit' });
  const { launcher, panel } = widget(host);
  await launcher.click();
  await expect(launcher).toHaveAttribute('aria-expanded', 'true');
  await expect(panel).toHaveCount(0);
  release();
  await expect(panel).toBeVisible();
});

/** Returns a function that reads the last address that the page was sent to. */
async function addressesOf(host: Page): Promise<() => Promise<string>> {
  await host.evaluate(() => {
    navigation.addEventListener('navigate', (event) => {
      Object.assign(window, { asked: event.destination.url });
    });
  });
  return () => host.evaluate(() => String(Reflect.get(window, 'asked')));
}

test.describe('if code cannot load', () => {
  test.use({ allowed: /Failed to load resource|dynamically imported module/ });

  test('the app is requested twice, and the button still opens a mail', async ({ page: host }) => {
    let tries = 0;
    await host.route('**/embed/app-*', (route) => {
      tries++;
      return route.abort();
    });
    await host.route('**/host.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: page(tag) }),
    );
    await host.goto('/host.html');
    const { launcher } = widget(host);
    await launcher.hover();
    // The panel's code may be requested more often, or the button moves under the pointer.
    await expect.poll(() => tries).toBeGreaterThanOrEqual(2);
    const asked = await addressesOf(host);
    await launcher.click();
    await expect.poll(asked).toMatch(/^mailto:help@example\.com\?subject=%5BSupport%5D/);
  });

  test('only of the panel, the button opens a mail and shows that it is closed', async ({
    page: host,
  }) => {
    await host.route('**/Panel-*', (route) => route.abort());
    await host.goto('/react/');
    const { launcher, panel } = widget(host);
    const asked = await addressesOf(host);
    await launcher.click();
    await expect.poll(asked).toMatch(/^mailto:[^?]+\?subject=%5BSupport%5D/);
    await expect(launcher).toHaveAttribute('aria-expanded', 'false');
    await expect(panel).toHaveCount(0);
  });
});

test('a wrong option is reported once when the code loads, and the other options apply', async ({
  page: host,
  complaints,
}) => {
  const html = page(
    '<script src="/embed/support.js" data-theme="drak" data-email="help@example.com"></script>',
  );
  await host.route('**/host.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await host.goto('/host.html');
  await widget(host).openForm();
  // Its messages load with the app.
  await expect
    .poll(() => complaints)
    .toEqual([
      '[support-widget] ConfigurationError: Option "theme" is "drak"; allowed: "light", "dark", "auto", "host". It is ignored.',
    ]);
  complaints.length = 0;
});

test('destroy leaves nothing behind, repeated fifty times', async ({ page: host }) => {
  await host.addInitScript(() => {
    const counts = { listeners: 0, timers: 0 };
    Object.assign(window, { counts });
    for (const target of [window, document]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = (...given: Parameters<typeof addEventListener>) => {
        counts.listeners++;
        // A listener with a signal is never removed by `removeEventListener`.
        const { signal } = Object(given[2]);
        if (signal instanceof AbortSignal) {
          addEventListener.call(signal, 'abort', () => counts.listeners--);
        }
        return addEventListener.apply(target, given);
      };
      target.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
        counts.listeners--;
        return removeEventListener.apply(target, given);
      };
    }
  });
  await host.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: page('<script src="/embed/support.js"></script>', '<main>Page</main>'),
    }),
  );
  await host.goto('/host.html');
  const before = await host.evaluate(() => document.documentElement.outerHTML);
  for (let round = 0; round < 50; round++) {
    await host.evaluate(() => {
      window.PenguinSupport?.('init', { email: 'help@example.com' });
      window.PenguinSupport?.('open', 'ticket');
    });
    await host.getByLabel('Subject').fill(`Round ${round}`);
    await host.evaluate(() => {
      window.PenguinSupport?.('reset');
      window.PenguinSupport?.('destroy');
    });
  }
  expect(await host.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  expect(await host.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  expect(await host.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await host.evaluate(() => Reflect.get(window, 'counts').listeners)).toBeLessThanOrEqual(0);
});
