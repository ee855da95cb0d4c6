import type { Page } from '@playwright/test';
import { test as base, expect, widget } from './demo.ts';
import type { FaultyBackend } from './openFaultyBackend.ts';

export type { FaultyBackend };

/** A test with a backend that can be broken. Its pages are the demo's, and use this backend. */
export const test = base.extend({
  baseURL: ({ backend }, use) => use(backend.url),
  // The clock of the pages runs, and can be advanced.
  context: async ({ context }, use) => {
    await context.clock.install();
    await use(context);
  },
});

/** Repeats `look` until it succeeds. Advances the widget's clock between its attempts to send. */
export async function withoutWaits(
  page: Page,
  backend: FaultyBackend,
  look: () => Promise<unknown>,
): Promise<void> {
  await expect(async () => {
    // Shorter than the timeout of a request, so that a request that is about to start is not
    // aborted.
    if (!backend.isWriting()) await page.clock.fastForward(10_000);
    await look();
  }).toPass({ timeout: 100_000, intervals: [0] });
}

/** Time that one check waits before the clock is advanced again. */
export const lookMs = 250;

/** Waits until the page shows that the backend has the request. */
export function untilReceived(page: Page, backend: FaultyBackend): Promise<void> {
  const receipt = widget(page).panel.getByText('We’ve got your request');
  return withoutWaits(page, backend, () => expect(receipt).toBeVisible({ timeout: lookMs }));
}

let subjects = 0;

/** Returns a subject that no other test uses. */
export function newSubject(what: string): string {
  return `${what.slice(0, 80)} no. ${process.pid}-${++subjects}`;
}

/** Opens the form and writes a request, up to the press on Send. */
export async function write(page: Page, subject: string): Promise<void> {
  const { openForm, fill } = widget(page);
  await openForm();
  await fill(subject, 'These words must not be lost.');
}

/** Writes another request on the same page. It needs a tenth of the time of a new page. */
export async function writeNext(page: Page, subject: string): Promise<void> {
  const { openNextForm, fill } = widget(page);
  await openNextForm();
  await fill(subject, 'These words must not be lost.');
}
