import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Demo {
  url: string;
  stop(): Promise<void>;
}

/**
 * Arguments of Node.js for a server of the tests. The server ends even if the worker that started
 * it crashes, which requires an `ipc` channel. The embedded database is not optimized by V8,
 * because it does not run long enough to benefit.
 */
export const serverArguments = ['--import', './build/endWithParent.mjs', '--liftoff-only'];

/**
 * Environment variables with folders of data from a prepared first start. Creating this data takes
 * most of the time of a start.
 */
const demoTemplate = 'DEMO_DATA';
const backendTemplate = 'BACKEND_DATA';

/**
 * Starts the demo with its real backend and mail receiver on a free port. Its data is a copy of the
 * prepared data, if that exists.
 */
export async function startDemo(): Promise<Demo> {
  const folder = await copyOf(demoTemplate);
  const demo = await run(folder);
  return {
    url: demo.url,
    async stop() {
      await demo.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Creates a folder with the data of a backend that has the demo's accounts and articles. */
export const copyOfBackendData = (): Promise<string> => copyOf(backendTemplate);

/** Playwright calls this once before all tests, and the returned function after them. */
export default async function prepareData(): Promise<() => Promise<void>> {
  const [demoData, backendData] = await Promise.all([newFolder(), newFolder()]);
  await seed(backendData);
  // The demo adds what it needs to the accounts that exist. Creating a database takes longer.
  await cp(backendData, demoData, { recursive: true });
  await (await run(demoData)).end();
  process.env[demoTemplate] = demoData;
  process.env[backendTemplate] = backendData;
  return async () => {
    for (const folder of [demoData, backendData])
      await rm(folder, { recursive: true, force: true });
  };
}

async function copyOf(template: string): Promise<string> {
  const folder = await newFolder();
  const prepared = process.env[template];
  if (prepared) await cp(prepared, folder, { recursive: true });
  return folder;
}

/** Gives access to the administration of the demo. */
export const adminToken = 'token-of-the-tests-for-an-operator';

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'support-data-'));

const seed = (folder: string): Promise<unknown> =>
  promisify(execFile)(
    process.execPath,
    [...serverArguments, 'server/dist/server/main.js', 'seed'],
    {
      env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
    },
  );

async function run(folder: string): Promise<{ url: string; end(): Promise<void> }> {
  const server = spawn(process.execPath, [...serverArguments, 'server/dist/demo/server/main.js'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, DATABASE_URL: '', ADMIN_TOKEN: adminToken },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
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
