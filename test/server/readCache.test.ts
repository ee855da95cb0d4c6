import { expect, test } from 'vitest';
import { cacheReads } from '../../server/http/readCache.ts';

/** Creates a cache whose reads wait until the test answers them. */
function open(forMs = 3_600_000) {
  const reads: ((value: { n: number } | undefined) => void)[] = [];
  const read = () =>
    new Promise<{ n: number } | undefined>((resolve) => {
      reads.push(resolve);
    });
  return { reads, cache: cacheReads(read, { max: 10, forMs }) };
}

test('concurrent reads of a value share one', async () => {
  const { reads, cache } = open();
  const all = [cache.read('a'), cache.read('a'), cache.read('a')];
  await Promise.resolve();
  expect(reads).toHaveLength(1);
  reads[0]?.({ n: 1 });
  expect(await Promise.all(all)).toEqual([{ n: 1 }, { n: 1 }, { n: 1 }]);
  expect(await cache.read('a')).toEqual({ n: 1 });
  expect(reads).toHaveLength(1);
});

test.each(['forget', 'forgetAll', 'readFresh'] as const)(
  'a read that began before %s is neither shared nor cached',
  async (way) => {
    const { reads, cache } = open();
    const older = cache.read('a');
    await Promise.resolve();
    const fresh = way === 'readFresh' ? cache.readFresh('a') : undefined;
    if (way !== 'readFresh') cache[way]('a');
    const newer = cache.read('a');
    await Promise.resolve();
    expect(reads).toHaveLength(2);
    reads[1]?.({ n: 2 });
    expect(await newer).toEqual({ n: 2 });
    reads[0]?.({ n: 1 });
    expect(await older).toEqual({ n: 1 });
    expect(await (fresh ?? newer)).toEqual({ n: 2 });
    expect(await cache.read('a')).toEqual({ n: 2 });
  },
);

test('a missing value is read each time, and a failed read is not shared later', async () => {
  let reads = 0;
  const cache = cacheReads<object>(
    async () => {
      reads += 1;
      if (reads === 2) throw new Error('no connection');
      return undefined;
    },
    { max: 10, forMs: 3_600_000 },
  );
  expect(await cache.read('a')).toBeUndefined();
  await expect(cache.read('a')).rejects.toThrow('no connection');
  expect(await cache.read('a')).toBeUndefined();
  expect(reads).toBe(3);
});
