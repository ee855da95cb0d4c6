import { expect, test } from 'vitest';
import { distance } from '../../../src/relevance/distance.ts';

test.each([
  ['invoice', 'invoice', 0],
  ['invoice', 'invioce', 1],
  ['invoice', 'invoic', 1],
  ['invoice', 'iinvoice', 1],
  ['invoice', 'unvoice', 1],
  ['invoice', 'envioce', 2],
  ['deliver', 'delver', 1],
  ['spf', 'sfp', 1],
  ['', 'ab', 2],
  ['abc', 'xyz', 3],
  ['mailbox', 'invoice', 3],
  ['a', 'abcdefgh', 3],
])('%s and %s have the distance %i, if two is the maximum', (a, b, edits) => {
  expect(distance(a, b, 2)).toBe(edits);
  expect(distance(b, a, 2)).toBe(edits);
  expect(distance(a, b, 1)).toBe(Math.min(edits, 2));
});
