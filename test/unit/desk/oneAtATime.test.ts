import { expect, it, vi } from 'vitest';
import { oneAtATime } from '../../../desk/model/oneAtATime.ts';
import { createDeferred } from '../../support/deferred.ts';

it('runs once more after all calls that arrive during a run', async () => {
  const first = createDeferred<void>();
  const work = vi.fn(async () => {});
  work.mockReturnValueOnce(first.promise);
  const run = oneAtATime(work);
  const running = run();
  await run();
  await run();
  expect(work).toHaveBeenCalledOnce();
  first.resolve();
  await running;
  expect(work).toHaveBeenCalledTimes(2);
});

it('can run again after a failure', async () => {
  const work = vi.fn(async () => {});
  work.mockRejectedValueOnce(new Error('gone'));
  const run = oneAtATime(work);
  await expect(run()).rejects.toThrow('gone');
  await run();
  expect(work).toHaveBeenCalledTimes(2);
});
