import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { copyOfBackendData, serverArguments } from './demoServer.ts';
import { type FaultProxy, openFaultProxy } from './faultProxy.ts';

const secretKey = 'sk_test_demo';

/** The reference backend in a separate process, which can be killed, behind a proxy. */
export interface FaultyBackend extends FaultProxy {
  /** Sends `SIGKILL`: no more data is written, and no connection is closed properly. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Returns how many requests with this subject the database has. */
  count(subject: string): Promise<number>;
}

/** Starts it with its own data. `pages` serves everything that is not the API. */
export async function openFaultyBackend(pages: string): Promise<FaultyBackend> {
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
    server = spawn(process.execPath, [...serverArguments, program, 'serve'], {
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
      const response = await fetch(`${address()}v1/agent/tickets?${query}`, {
        headers: { Authorization: `Bearer ${secretKey}` },
      });
      return (await response.json()).data.tickets.length;
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
      const ready = /"port":(\d+),"msg":"Server ready"/.exec(output)?.[1];
      if (ready) resolve(Number(ready));
    });
    server.once('close', (code) => reject(new Error(`The backend ended with ${code}.\n${output}`)));
  });
}
