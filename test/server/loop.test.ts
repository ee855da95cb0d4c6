import { afterEach, expect, test } from 'vitest';
import { type Loop, startLoop } from '../../server/queue/loop.ts';
import { newLog } from './support/log.ts';
import { until } from './support/until.ts';

const hourMs = 3_600_000;
const loops: Loop[] = [];
afterEach(() => Promise.all(loops.splice(0).map((loop) => loop.stop())));

function start(run: (signal: AbortSignal) => Promise<boolean>, everyMs = hourMs) {
  const { lines, logger } = newLog();
  const loop = startLoop({ name: 'test', everyMs, run, logger });
  loops.push(loop);
  return { loop, lines };
}

test('a loop runs immediately, and again when it is woken', async () => {
  let runs = 0;
  const { loop } = start(async () => {
    runs++;
    return false;
  });
  await until(() => runs === 1);
  loop.wake();
  await until(() => runs === 2);
});

test('a loop continues without a pause while there is more to do', async () => {
  let left = 5;
  start(async () => --left > 0);
  await until(() => left === 0);
});

test('a loop that is woken during a run runs once more', async () => {
  let runs = 0;
  let release = () => {};
  const { loop } = start(() => {
    runs++;
    return new Promise((resolve) => {
      release = () => resolve(false);
    });
  });
  loop.wake();
  loop.wake();
  release();
  await until(() => runs === 2);
  release();
});

test('an error is logged with the name of the loop, and the loop continues', async () => {
  let runs = 0;
  const { lines } = start(async () => {
    if (++runs === 1) throw new Error('Broken.');
    return false;
  }, 1);
  await until(() => runs > 1);
  expect(lines).toMatchObject([{ loop: 'test', err: { message: 'Broken.' } }]);
});

test('stop waits for the current run, which its signal aborts', async () => {
  let hasEnded = false;
  const { loop } = start(async (signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    hasEnded = true;
    return true;
  });
  await loop.stop();
  expect(hasEnded).toBe(true);
});
