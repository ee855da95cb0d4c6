import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

interface Demo {
  url: string;
  stop(): Promise<void>;
}

/** Starts the demo with its real backend and mail receiver on a free port, with data of its own. */
export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'support-demo-'));
  const server = spawn(process.execPath, ['server/dist/demo/server/main.js'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyLine(server);
  return {
    url,
    async stop() {
      const closed = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGTERM');
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function readyLine(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.on('data', (data) => {
      output += data;
      const url = /Ready {2}(\S+)/.exec(output)?.[1];
      if (url) resolve(url);
    });
    server.once('close', (code) =>
      reject(new Error(`The demo ended with code ${code}.\n${output}`)),
    );
  });
}

interface Fixtures {
  /** What the browser itself may say in this test, such as that a request failed. */
  allowed: RegExp;
  /** What any page of the test wrote to the console or threw, refusals of a security policy included. */
  complaints: string[];
}

/** A test with the demo running, that fails for any error or warning on the page. */
export const test = base.extend<Fixtures, { demo: Demo }>({
  demo: [
    async ({}, use) => {
      const demo = await startDemo();
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker', timeout: 60_000 },
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

/** The mails that the demo's mail server has received, newest first. */
export async function mails(page: Page): Promise<{ to: string; subject: string; text: string }[]> {
  const reply = await page.request.get('/mailbox.json');
  const { mails } = await reply.json();
  return mails;
}

/** The floating button and the panel, as a person finds them. */
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
    async fill(subject: string, description: string): Promise<void> {
      await panel.getByLabel('Category').selectOption('technical');
      await panel.getByLabel('Subject').fill(subject);
      await panel.getByLabel('Description').fill(description);
    },
    send: panel.getByRole('button', { name: 'Send request' }),
  };
}
