import { expect, outage, widget } from '../support/demo.ts';
import type { Exchange } from '../support/faultProxy.ts';
import { newSubject, test, untilReceived, write } from '../support/faultyBackend.ts';

test.use({ allowed: outage });

const saved = 'Saved. We’ll send it once we can';

test('two tabs with the same draft send one request', async ({ page, context, backend }) => {
  const subject = newSubject('two tabs');
  await page.goto('/');
  await write(page, subject);
  const other = await context.newPage();
  await other.goto('/');
  await widget(other).openForm();
  await expect(widget(other).panel.getByLabel('Subject')).toHaveValue(subject);
  await Promise.all([widget(page).send.click(), widget(other).send.click()]);
  for (const tab of [page, other]) {
    await untilReceived(tab, backend);
  }
  expect(await backend.count(subject)).toBe(1);
});

test('a double click sends one request', async ({ page, backend }) => {
  const subject = newSubject('double click');
  await page.goto('/');
  const { send } = widget(page);
  await write(page, subject);
  await send.dblclick();
  await untilReceived(page, backend);
  expect(await backend.count(subject)).toBe(1);
});

const disconnect = async ({ outgoing }: Exchange) => void outgoing.destroy();

const brokenStorage: Record<string, () => void> = {
  blocked: () => {
    const deny = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: deny });
    Object.defineProperty(window, 'indexedDB', { get: deny });
  },
  full: () => {
    const deny = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = deny;
    IDBObjectStore.prototype.put = deny;
  },
  'without locks': () => {
    Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
    Reflect.deleteProperty(Navigator.prototype, 'locks');
  },
};

for (const [what, breakIt] of Object.entries(brokenStorage)) {
  test(`storage ${what}: the request is sent, and while it waits the page shows the true state`, async ({
    page,
    backend,
  }) => {
    const subject = newSubject(what);
    await page.addInitScript(breakIt);
    await page.goto('/');
    const { panel, send } = widget(page);
    await write(page, subject);
    backend.arm(disconnect, Number.POSITIVE_INFINITY);
    await send.click();
    await expect(panel.getByText(saved)).toBeVisible();
    const kept = what === 'without locks' ? 'You can close this panel.' : 'Keep this page open';
    await expect(panel.getByText(kept)).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Send by e-mail instead' })).toBeVisible();
    backend.arm(disconnect, 0);
    await untilReceived(page, backend);
    expect(await backend.count(subject)).toBe(1);
  });
}

for (const hours of [-1, 1]) {
  test(`a clock that is ${hours} hour off has no effect`, async ({ page, backend }) => {
    const subject = newSubject(`clock ${hours}`);
    await page.addInitScript((offset) => {
      const now = Date.now;
      Date.now = () => now() + offset * 3_600_000;
    }, hours);
    await page.goto('/');
    const { send } = widget(page);
    await write(page, subject);
    backend.arm(disconnect, 4); // Chromium itself retries
    await send.click();
    await untilReceived(page, backend);
    expect(await backend.count(subject)).toBe(1);
  });
}
