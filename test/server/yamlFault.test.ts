import { expect, test } from 'vitest';
import { readYaml } from '../../server/kb/readYaml.ts';

test.each([
  ['a: 1\ntags: [x\n', 3, 'Add the `]`.'],
  ['a: {b: 1\n', 2, 'Add the `}`.'],
  ['title: "abc\nx: 1\n', 2, 'Add the second quotation mark.'],
  ['a:\n\t- b\n\t c: [\n', 3, 'Use spaces.'],
  ['title: "a" b\n', 2, 'Put the whole value in quotes.'],
  ['a: 1\n  b: 2\n', 2, 'begin names in the same column.'],
  ['a: *b\n', 2, 'Put values that begin with `*` in quotes.'],
  ['- a\n', 2, 'Write lines such as `title: Limits`.'],
])('front matter that cannot be read names its line and the next step: %j', (text, line, step) => {
  expect(() => readYaml(text)).toThrow(
    expect.objectContaining({ line, message: expect.stringContaining(step) }),
  );
});
