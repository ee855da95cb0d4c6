// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { storedMap } from '../../../desk/model/stored.ts';

beforeEach(() => localStorage.clear());
const open = (limit = 3) => storedMap('drafts', z.string(), limit);

test('stored entries exist after a reload, without the oldest beyond the limit', () => {
  const map = open();
  for (const key of ['a', 'b', 'c', 'd']) map.set(key, key);
  map.set('b', undefined);
  const again = open();
  expect(['a', 'b', 'c', 'd'].map((key) => again.get(key))).toEqual([
    undefined,
    undefined,
    'c',
    'd',
  ]);
});

test.each(['no JSON', '{"a":1}', '[["a",1]]'])('a store with %s starts empty', (found) => {
  localStorage.setItem('drafts', found);
  const map = open();
  expect(map.get('a')).toBeUndefined();
  map.set('a', 'kept');
  expect(open().get('a')).toBe('kept');
});
