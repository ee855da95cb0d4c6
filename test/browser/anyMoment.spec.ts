import type { Page } from '@playwright/test';
import { codeThatSends, expect, outage, widget } from '../support/demo.ts';
import type { Fault } from '../support/faultProxy.ts';
import {
  type FaultyBackend,
  lookMs,
  newSubject,
  test,
  untilReceived,
  withoutWaits,
  write,
  writeNext,
} from '../support/faultyBackend.ts';

test.use({ allowed: outage });

/** All steps of a request, from loading the page to its end. */
const moments = [
  'before the form is open',
  'while it is written',
  'while it is on its way',
  'before its answer is back',
  'while it waits',
  'after it was sent',
] as const;
type Moment = (typeof moments)[number];

/** Causes a fault and ends it. Returns the page to continue with. */
interface Mishap {
  /** Default: all moments. */
  moments?: readonly Moment[];
  begin(page: Page, backend: FaultyBackend): Promise<Page>;
  end?(page: Page, backend: FaultyBackend): Promise<void>;
}

const mishaps: Readonly<Record<string, Mishap>> = {
  'page reloaded': {
    async begin(page) {
      await page.reload();
      return page;
    },
  },
  'page closed': {
    async begin(page) {
      const next = await page.context().newPage();
      await page.close();
      await next.goto('/');
      return next;
    },
  },
  'network gone': {
    async begin(page) {
      await page.context().setOffline(true);
      return page;
    },
    end: (page) => page.context().setOffline(false),
  },
  'backend killed': {
    // At other moments, the page behaves as without a network. After the commit:
    // `neverLost.spec.ts`.
    moments: ['while it is on its way', 'after it was sent'],
    async begin(page, backend) {
      await backend.kill();
      return page;
    },
    end: (_page, backend) => backend.start(),
  },
};

for (const [what, mishap] of Object.entries(mishaps)) {
  test(`${what} at any moment: no request is lost or duplicated`, async ({
    page: first,
    backend,
  }) => {
    let page = first;
    await page.goto('/');
    for (const moment of mishap.moments ?? moments) {
      await test.step(`${what} ${moment}`, async () => {
        const subject = newSubject(`${what} ${moment}`);
        const release = await moveTo(moment, page, backend, subject);
        page = await mishap.begin(page, backend);
        release();
        if (moment === 'while it is written') await sendDraft(page, backend, subject, mishap);
        await mishap.end?.(page, backend);
        if (moment === 'before the form is open') {
          await write(page, subject);
          await widget(page).send.click();
          await untilReceived(page, backend);
        } else await untilNothingWaits(page, backend);
        await expect.poll(() => backend.count(subject)).toBe(1);
      });
    }
  });
}

/** Goes to the moment. `release` ends what is blocked there. */
async function moveTo(
  moment: Moment,
  page: Page,
  backend: FaultyBackend,
  subject: string,
): Promise<() => void> {
  const { send, launcher } = widget(page);
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const cut: Fault = async ({ outgoing }) => {
    await released;
    outgoing.destroy();
  };
  const held: Partial<Record<Moment, [Fault, number]>> = {
    'while it is on its way': [cut, 1],
    'before its answer is back': [
      async (exchange) => {
        await exchange.forward();
        await cut(exchange);
      },
      1,
    ],
    // Chromium itself retries once after a reset connection.
    'while it waits': [async ({ outgoing }) => void outgoing.destroy(), 2],
  };
  if (moment === 'before the form is open') {
    await expect(launcher).toBeVisible();
    return release;
  }
  await writeNext(page, subject);
  await codeThatSends(page);
  if (moment === 'while it is written') return release;
  const [fault, times] = held[moment] ?? [];
  if (fault) backend.arm(fault, times);
  await send.click();
  if (fault) await expect.poll(backend.met).toBeGreaterThan(0);
  else await untilReceived(page, backend);
  return release;
}

/** The draft still exists and is sent while the fault lasts. */
async function sendDraft(
  page: Page,
  backend: FaultyBackend,
  subject: string,
  { end }: Mishap,
): Promise<void> {
  const { panel, send, openForm } = widget(page);
  if (!end) await openForm(); // a different page
  await expect(panel.getByLabel('Subject')).toHaveValue(subject);
  await send.click();
  if (end) await expect(panel.getByText('Saved. We’ll send it once we can')).toBeVisible();
  else await untilReceived(page, backend);
}

/** Checks on a freshly loaded page, like a returning person would. */
async function untilNothingWaits(page: Page, backend: FaultyBackend): Promise<void> {
  await page.reload();
  const { launcher, panel } = widget(page);
  await launcher.click();
  await expect(panel.getByText('Your requests')).toBeVisible();
  const unsent = panel.getByText('Not sent yet');
  await withoutWaits(page, backend, () => expect(unsent).toHaveCount(0, { timeout: lookMs }));
}
