import { readFileSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { type Demo, startDemo } from './demoServer.ts';
import { type FaultyBackend, openFaultyBackend } from './openFaultyBackend.ts';

interface Fixtures {
  /** Console messages of the browser that this test allows, such as a failed request. */
  allowed: RegExp;
  /**
   * All console messages and errors of the test's pages, including violations of a security policy.
   */
  complaints: string[];
}

/**
 * Started once per worker, when a test first needs them. All of them are in one place: if the next
 * test has other worker fixtures, Playwright ends the worker, and another one starts everything
 * again.
 */
interface WorkerFixtures {
  demo: Demo;
  /** A backend that can be broken, behind the demo's pages. */
  backend: FaultyBackend;
}

/** A test with a running demo. It fails if a page logs an error or a warning. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  demo: [
    async ({}, use) => {
      const demo = await startDemo();
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  backend: [
    async ({ demo }, use) => {
      const backend = await openFaultyBackend(demo.url);
      await use(backend);
      await backend.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ demo }, use) => use(demo.url),
  allowed: [/^$/, { option: true }],
  complaints: [
    async ({ context, allowed }, use) => {
      const complaints: string[] = [];
      context.on('weberror', (error) => complaints.push(error.error().message));
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      await use(complaints);
      const unexpected = complaints.filter((text) => !allowed.test(text));
      expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * Messages of the browser and the widget about a backend that is unreachable or returns errors. In
 * the tests, the backend also serves the code of the widget.
 */
export const outage =
  /Failed to load resource|ERR_|CORS|No answer comes from|is not the support API|did not load\. (TypeError: Failed to fetch|NetworkError)/;

/** Returns the mails that the demo's mail server has received, newest first. */
export async function mails(page: Page): Promise<{ to: string; subject: string; text: string }[]> {
  const reply = await page.request.get('/mailbox.json');
  const { mails } = await reply.json();
  return mails;
}

/** Returns the floating button and the panel, found like a person would. */
export function widget(page: Page) {
  const launcher = page.locator('penguin-support [part=launcher]');
  const panel = page.getByRole('dialog');
  return {
    launcher,
    panel,
    async openForm(): Promise<void> {
      await launcher.click();
      await panel.getByRole('button', { name: 'Contact support' }).click();
      await panel.getByRole('heading', { name: 'Contact support' }).waitFor();
    },
    /** Opens an empty form on a page where the widget is in use already. */
    async openNextForm(): Promise<void> {
      await page.evaluate(() => window.PenguinSupport?.('newTicket', { subject: '' }));
      await expect(panel.getByLabel('Subject')).toHaveValue('');
    },
    async fill(subject: string, description: string): Promise<void> {
      await panel.getByLabel('Category').selectOption('technical');
      await panel.getByLabel('Subject').fill(subject);
      await panel.getByLabel('Description').fill(description);
    },
    send: panel.getByRole('button', { name: 'Send request' }),
  };
}

/**
 * Waits until the page has loaded what the first key in the form requests. With it, a request can
 * be stored and shown without a network.
 */
export async function codeThatSends(page: Page): Promise<void> {
  for (const name of ['parts', 'unsent', 'client']) {
    await page.evaluate((url) => import(url).then(() => {}), `/embed/${fileOf(name)}`);
  }
}

/** Returns the file of a chunk of the script tag. */
function fileOf(name: string): string {
  const chunks: { name?: string; file: string }[] = Object.values(
    JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8')),
  );
  const chunk = chunks.find((one) => one.name === name);
  if (chunk === undefined) throw new Error(`There is no chunk "${name}".`);
  return chunk.file;
}
