import type { Page } from '@playwright/test';
import { expect, heard, openPage, test, widget } from '../support/analyticsPage.ts';

test.use({ allowed: /Failed to load resource/ });

const events = '**/v1/support/events';

interface Fault {
  /** Breaks the following requests. */
  begin(page: Page): Promise<unknown>;
  end(page: Page): Promise<unknown>;
  /** Number of lost events that happened during the fault. */
  lost: number;
}

const nothing = async () => {};
const unroute = (page: Page) => page.unroute(events, undefined);

/** Three events happen between `begin` and `end`. */
const faults: Record<string, Fault> = {
  'the page is loaded anew before they are sent': {
    begin: nothing,
    end: (page) => page.reload(),
    lost: 0,
  },
  'the page is loaded anew while they are sent': {
    begin: (page) =>
      page.route(events, (route) =>
        route.request().resourceType() === 'ping' ? route.continue() : undefined,
      ),
    async end(page) {
      await page.waitForRequest((one) => one.url().endsWith('/support/events'));
      await page.reload();
    },
    lost: 0,
  },
  'the tab is closed': {
    begin: nothing,
    async end(page) {
      const closed = page.waitForEvent('close');
      await page.close({ runBeforeUnload: true });
      await closed;
    },
    lost: 0,
  },
  'the answer is lost after they were stored': {
    async begin(page) {
      let times = 0;
      await page.route(events, async (route) => {
        if (times++ > 0) return route.continue();
        await route.fetch();
        await route.abort();
      });
    },
    end: nothing,
    lost: 0,
  },
  'the backend is blocked for a while': {
    begin: (page) => page.route(events, (route) => route.abort()),
    async end(page) {
      await page.waitForEvent('requestfailed', (one) => one.url().endsWith('/support/events'));
      await unroute(page);
    },
    lost: 0,
  },
  'the network is away for a while': {
    begin: (page) => page.context().setOffline(true),
    async end(page) {
      await page.waitForEvent('requestfailed', (one) => one.url().endsWith('/support/events'));
      await page.context().setOffline(false);
    },
    lost: 0,
  },
  // Neither routes nor the emulated network can intercept a beacon on page unload: the browser
  // offers no hook.
  'the browser takes no beacon, and the page is left': {
    begin: (page) =>
      page.evaluate(() => {
        navigator.sendBeacon = () => false;
      }),
    end: (page) => page.goto('about:blank'),
    lost: 3,
  },
};

for (const [what, { begin, end, lost }] of Object.entries(faults)) {
  test(`if ${what}, ${lost} of 3 events are lost and none is duplicated`, async ({
    page,
    request,
  }) => {
    const id = `faults-${test.info().testId}`;
    await openPage(page, { options: { user: { id }, posthog: false } });
    const { launcher, panel } = widget(page);
    // Loads the event code and the panel before the fault.
    const first = page.waitForResponse((one) => one.url().endsWith('/support/events'));
    await launcher.click();
    await expect(panel).toBeVisible();
    await first;
    const before = await heard(page);
    const visitor = await page.evaluate(
      (user) => localStorage.getItem(`penguin-support:pk_test_demo:"${user}":guest`),
      id,
    );

    await begin(page);
    await page.evaluate(() => {
      for (const method of ['close', 'open', 'close'] as const) window.PenguinSupport?.(method);
    });
    const happened = (await heard(page)).slice(before.length);
    expect(happened).toHaveLength(3);
    await end(page);

    const stored = async () => {
      const response = await request.post('/v1/agent/visitors/export', {
        data: { visitor_id: visitor },
        headers: { Authorization: 'Bearer sk_test_demo' },
      });
      const { data } = await response.json();
      const times = happened.map(({ properties }) => properties.timestamp);
      return data.events.filter((one: { timestamp: string }) =>
        times.includes(new Date(one.timestamp).toISOString()),
      ).length;
    };
    await expect.poll(stored, { timeout: 25_000 }).toBe(3 - lost);
    expect(await stored()).toBe(3 - lost);
  });
}
