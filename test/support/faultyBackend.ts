import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { test as base, expect, widget } from './demo.ts';
import { copyOfBackendData, endsWithParent } from './demoServer.ts';
import { type FaultProxy, openFaultProxy } from './faultProxy.ts';

const secretKey = 'sk_test_demo';

/** The reference backend in a process of its own, which can be killed, and a proxy before it. */
export interface FaultyBackend extends FaultProxy {
  /** `SIGKILL`: nothing is written any more, no connection is ended well. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** How many requests with this subject the database has. */
  count(subject: string): Promise<number>;
}

async function openFaultyBackend(pages: string): Promise<FaultyBackend> {
  const folder = await copyOfBackendData();
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: '',
    LOG_LEVEL: 'info',
    RATE_LIMIT_KEY: '0',
    RATE_LIMIT_VISITOR: '0',
  };
  const program = 'server/dist/server/main.js';
  let server: ChildProcess | undefined;
  let port = 0;
  const address = () => `http://127.0.0.1:${port}/`;

  async function start(): Promise<void> {
    server = spawn(process.execPath, [...endsWithParent, program, 'serve'], {
      env: { ...env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    port = await readyPort(server);
  }

  async function kill(): Promise<void> {
    const gone = new Promise((resolve) => server?.once('close', resolve));
    server?.kill('SIGKILL');
    await gone;
  }

  await start();
  const proxy = await openFaultProxy(address, pages);
  return {
    ...proxy,
    kill,
    start,
    async count(subject) {
      const query = new URLSearchParams({ search: subject });
      const answer = await fetch(`${address()}v1/agent/tickets?${query}`, {
        headers: { Authorization: `Bearer ${secretKey}` },
      });
      return (await answer.json()).data.tickets.length;
    },
    async close() {
      await proxy.close();
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function readyPort(server: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    server.stdout?.on('data', (data) => {
      output += data;
      const ready = /"port":(\d+),"msg":"Ready"/.exec(output)?.[1];
      if (ready) resolve(Number(ready));
    });
    server.once('close', (code) => reject(new Error(`The backend ended with ${code}.\n${output}`)));
  });
}

/** A test with a backend that can be broken; its pages are the demo's, which talk to it. */
export const test = base.extend<object, { backend: FaultyBackend }>({
  backend: [
    async ({ demo }, use) => {
      const backend = await openFaultyBackend(demo.url);
      await use(backend);
      await backend.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: ({ backend }, use) => use(backend.url),
  // The clock of the pages runs, and can be put forward.
  context: async ({ context }, use) => {
    await context.clock.install();
    await use(context);
  },
});

/** Repeats `look` until it succeeds. Between attempts of the widget to send, its clock is put forward. */
export async function withoutWaits(
  page: Page,
  backend: FaultyBackend,
  look: () => Promise<unknown>,
): Promise<void> {
  await expect(async () => {
    // Less than a request may take: one that is about to start is not cut off.
    if (!backend.isWriting()) await page.clock.fastForward(10_000);
    await look();
  }).toPass({ timeout: 100_000, intervals: [0] });
}

/** How long one look waits, before the clock is put forward again. */
export const lookMs = 250;

/** Waits until the page shows that the backend has the request. */
export function untilReceived(page: Page, backend: FaultyBackend): Promise<void> {
  const receipt = widget(page).panel.getByText('We’ve got your request');
  return withoutWaits(page, backend, () => expect(receipt).toBeVisible({ timeout: lookMs }));
}

let subjects = 0;

/** A subject that no other test has. */
export function newSubject(what: string): string {
  return `${what.slice(0, 80)} no. ${process.pid}-${++subjects}`;
}

/** Opens the form and writes a request, up to the press on Send. */
export async function write(page: Page, subject: string): Promise<void> {
  const { openForm, fill } = widget(page);
  await openForm();
  await fill(subject, 'These words must not be lost.');
}
