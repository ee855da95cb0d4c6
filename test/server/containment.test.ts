import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contain, keepAlive } from '../../server/base/containment.ts';

/** Removes the test runner's listeners, which would report these errors as failed tests. */
const others = process.listeners('uncaughtException');
const contained: unknown[] = [];
let stop = () => {};
beforeEach(() => {
  process.removeAllListeners('uncaughtException');
  const onFatal = (error: unknown) => {
    throw error;
  };
  stop = keepAlive({ onContained: (error) => contained.push(error), onFatal });
});
afterEach(() => {
  stop();
  for (const one of others) process.on('uncaughtException', one);
  contained.length = 0;
});

const failure = new Error('Outside of its promise.');
const fail = () => {
  throw failure;
};

test.each<[string, () => Promise<void>]>([
  ['throws at once', fail],
  ['throws in a timer', () => new Promise(() => setTimeout(fail, 1))],
  ['throws in a tick', () => new Promise(() => process.nextTick(fail))],
  [
    'throws after some steps',
    async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return new Promise(() => setImmediate(fail));
    },
  ],
])('work that %s rejects with the thrown error', async (_how, work) => {
  await expect(contain(work)).rejects.toBe(failure);
});

test('a socket without a listener fails its work, not the process', async () => {
  const work = () => new Promise<void>(() => connect({ port: 1, host: '127.0.0.1' }));
  await expect(contain(work)).rejects.toThrow('ECONNREFUSED');
  expect(contained).toHaveLength(1);
});

test('successful work returns its value', async () => {
  expect(await contain(async () => 3)).toBe(3);
  expect(contained).toEqual([]);
});
