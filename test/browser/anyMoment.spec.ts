import type { Page } from '@playwright/test';
import { expect, widget } from '../support/demo.ts';
import { newSubject, test, write } from '../support/faultyBackend.ts';

test.use({ allowed: /Failed to load resource|ERR_|CORS/ });

const saved = 'Saved. We will send it as soon as we can';
const receipt = 'We have your request';
const patience = { timeout: 30_000 };

/** Opens the panel of a page that was loaded anew, and waits until nothing is left to send. */
async function untilSent(page: Page): Promise<void> {
  const { launcher, panel } = widget(page);
  await launcher.click();
  await expect(panel.getByText('Your requests')).toBeVisible(patience);
  await expect(panel.getByText('Not sent yet')).toHaveCount(0, patience);
}

for (const when of ['before writing', 'before sending'] as const) {
  test(`offline ${when}: the request waits and goes when the network is back`, async ({
    page,
    backend,
  }) => {
    const subject = newSubject(when);
    const context = page.context();
    await page.goto('/');
    const { panel, send, openForm, fill } = widget(page);
    await openForm();
    await panel.getByLabel('Subject').fill('x'); // the code that sends is fetched now
    await expect
      .poll(() =>
        page.evaluate(() =>
          performance.getEntriesByType('resource').some(({ name }) => name.includes('/client-')),
        ),
      )
      .toBe(true);
    if (when === 'before writing') await context.setOffline(true);
    await fill(subject, 'These words must not be lost.');
    await context.setOffline(true);
    await send.click();
    await expect(panel.getByText(saved)).toBeVisible();
    await context.setOffline(false);
    await expect(panel.getByText(receipt)).toBeVisible(patience);
    expect(await backend.count(subject)).toBe(1);
  });
}

const moments = [
  'while it is written',
  'while it is sent',
  'while it waits',
  'after it was sent',
] as const;

for (const moment of moments) {
  for (const how of ['reloaded', 'closed'] as const) {
    test(`a page ${how} ${moment} loses and doubles nothing`, async ({
      page,
      context,
      backend,
    }) => {
      const subject = newSubject(`${how} ${moment}`);
      await page.goto('/');
      const { panel, send } = widget(page);
      await write(page, subject);
      if (moment === 'while it is sent') {
        backend.arm(async ({ forward }) => void (await forward())); // no answer
        await send.click();
        await expect.poll(backend.met).toBe(1);
      } else if (moment === 'while it waits') {
        backend.arm(async ({ outgoing }) => void outgoing.destroy(), 1);
        await send.click();
        await expect.poll(backend.met).toBe(1);
      } else if (moment === 'after it was sent') {
        await send.click();
        await expect(panel.getByText(receipt)).toBeVisible(patience);
      }
      if (how === 'reloaded') await page.reload();
      else await page.close();
      const next = how === 'reloaded' ? page : await context.newPage();
      if (how === 'closed') await next.goto('/');
      if (moment === 'while it is written') {
        const again = widget(next);
        await again.openForm();
        await expect(again.panel.getByLabel('Subject')).toHaveValue(subject);
        await again.send.click();
        await expect(again.panel.getByText(receipt)).toBeVisible(patience);
      } else await untilSent(next);
      await expect.poll(() => backend.count(subject)).toBe(1);
    });
  }
}

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
    await expect(widget(tab).panel.getByText(receipt)).toBeVisible(patience);
  }
  expect(await backend.count(subject)).toBe(1);
});

test('a double click sends one request', async ({ page, backend }) => {
  const subject = newSubject('double click');
  await page.goto('/');
  const { panel, send } = widget(page);
  await write(page, subject);
  await send.dblclick();
  await expect(panel.getByText(receipt)).toBeVisible(patience);
  expect(await backend.count(subject)).toBe(1);
});

const brokenStorage: Record<string, () => void> = {
  blocked: () => {
    const refuse = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
    Object.defineProperty(window, 'indexedDB', { get: refuse });
  },
  full: () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.setItem = refuse;
    IDBObjectStore.prototype.put = refuse;
  },
  'without locks': () => {
    Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
    Reflect.deleteProperty(Navigator.prototype, 'locks');
  },
};

for (const [what, breakIt] of Object.entries(brokenStorage)) {
  test(`storage ${what}: the request goes, and while it waits the page says the truth`, async ({
    page,
    backend,
  }) => {
    const subject = newSubject(what);
    await page.addInitScript(breakIt);
    await page.goto('/');
    const { panel, send } = widget(page);
    await write(page, subject);
    backend.arm(async ({ outgoing }) => void outgoing.destroy(), 4); // Chromium sends again by itself
    await send.click();
    await expect(panel.getByText(saved)).toBeVisible();
    const kept = what === 'without locks' ? 'You can close this panel.' : 'Keep this page open';
    await expect(panel.getByText(kept)).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Send by e-mail instead' })).toBeVisible();
    await expect(panel.getByText(receipt)).toBeVisible(patience);
    expect(await backend.count(subject)).toBe(1);
  });
}

for (const hours of [-1, 1]) {
  test(`a clock ${hours} hour off changes nothing`, async ({ page, backend }) => {
    const subject = newSubject(`clock ${hours}`);
    await page.addInitScript((offset) => {
      const now = Date.now;
      Date.now = () => now() + offset * 3_600_000;
    }, hours);
    await page.goto('/');
    const { panel, send } = widget(page);
    await write(page, subject);
    backend.arm(async ({ outgoing }) => void outgoing.destroy(), 4); // Chromium sends again by itself
    await send.click();
    await expect(panel.getByText(receipt)).toBeVisible(patience);
    expect(await backend.count(subject)).toBe(1);
  });
}
