import { Agent, request } from 'node:http';
import { expect, test } from 'vitest';
import { listen } from '../../server/start/listen.ts';

/** Returns the status of a GET over a keep-alive connection. */
function statusOf(port: number, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, agent, host: '127.0.0.1' }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    asking.on('error', reject);
    asking.end();
  });
}

test('a running request ends before the server does, and keep-alive connections do not delay it', async () => {
  let finish = () => {};
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  const server = await listen(
    () => {
      isAsked();
      return new Promise((resolve) => {
        finish = () => resolve(new Response('done'));
      });
    },
    { port: 0, host: '127.0.0.1' },
  );
  const agent = new Agent({ keepAlive: true });
  const status = statusOf(server.port, agent);
  await asked;
  const closed = server.close();
  await expect(statusOf(server.port, new Agent())).rejects.toThrow('ECONNREFUSED');
  finish();
  expect(await status).toBe(200);
  await closed;
  agent.destroy();
});

test('a request that does not end is aborted after the grace period', async () => {
  let isAsked = () => {};
  const asked = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  const server = await listen(
    () => {
      isAsked();
      return new Promise<Response>(() => {});
    },
    { port: 0, host: '127.0.0.1' },
  );
  const cut = expect(statusOf(server.port, new Agent())).rejects.toThrow('socket hang up');
  await asked;
  await server.close(20);
  await cut;
});
