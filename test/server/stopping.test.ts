import { Agent, request } from 'node:http';
import { expect, test } from 'vitest';
import { listen } from '../../server/start/listen.ts';

/** Status of a GET over a kept-alive connection. */
function ask(port: number, agent: Agent): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, agent, host: '127.0.0.1' }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode));
    });
    asking.on('error', reject);
    asking.end();
  });
}

test('a request under way ends before the server does, and kept-alive connections do not hold it up', async () => {
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
  const answer = ask(server.port, agent);
  await asked;
  const closed = server.close();
  await expect(ask(server.port, new Agent())).rejects.toThrow('ECONNREFUSED');
  finish();
  expect(await answer).toBe(200);
  await closed;
  agent.destroy();
});

test('a request that does not end is cut off after the grace', async () => {
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
  const cut = expect(ask(server.port, new Agent())).rejects.toThrow('socket hang up');
  await asked;
  await server.close(20);
  await cut;
});
