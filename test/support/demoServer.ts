import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Demo {
  url: string;
  stop(): Promise<void>;
}

/** Names a folder with the data of a demo that has ended well; making them takes most of a first start. */
const template = 'DEMO_DATA';

/**
 * Starts the demo with its real backend and mail receiver on a free port, with data of its own: a copy of the
 * prepared data, where there are any.
 */
export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'support-demo-'));
  const prepared = process.env[template];
  if (prepared) await cp(prepared, folder, { recursive: true });
  const demo = await run(folder);
  return {
    url: demo.url,
    async stop() {
      await demo.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Playwright calls this once before all tests, and what it returns after them. */
export default async function prepareData(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'support-demo-data-'));
  const demo = await run(folder);
  await demo.end();
  process.env[template] = folder;
  return () => rm(folder, { recursive: true, force: true });
}

async function run(folder: string): Promise<{ url: string; end(): Promise<void> }> {
  const server = spawn(process.execPath, ['server/dist/demo/server/main.js'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await readyLine(server);
  return {
    url,
    async end() {
      const closed = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGTERM');
      await closed;
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
