import { expect, test } from 'vitest';
import { plainMarkdown } from '../../server/kb/dialects.ts';

// With a time that grows by the square of the length, these take minutes, which ends the test.
test.each([
  ['a formula', `$a${'^'.repeat(400_000)}`],
  ['directives', ':::{note}\n'.repeat(20_000)],
  ['code after a bracket', `a}${'`'.repeat(9_900)}\n`.repeat(40)],
  ['shortcodes', `{{<${'/'.repeat(9_900)}\n`.repeat(40)],
])('%s without an end does not change, and takes no long time', (_name, text) => {
  expect(plainMarkdown(text)).toBe(text);
});
