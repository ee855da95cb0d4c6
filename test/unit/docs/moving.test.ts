import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Our calls in the last column of the guide's tables. */
const calls = readFileSync('docs/moving.md', 'utf8')
  .split('\n')
  // Not the table of lines that take the old calls.
  .filter((line) => line.startsWith('| ') && !/^\|[-| ]+$|\(support\)/.test(line))
  .flatMap((line) => {
    const cells = line.split(' | ');
    return [...(cells.at(-1) ?? '').matchAll(/`(\w+)[(.]/g)].map(([, name = '']) => name);
  });

const names = (page: string) => readFileSync(page, 'utf8');

it('names only methods and events that exist', () => {
  const methods = new Set(
    [...names('docs/methods.md').matchAll(/`(\w+)[(`]/g)].map(([, name = '']) => name),
  );
  expect(calls.length).toBeGreaterThan(40);
  expect(calls.filter((name) => !methods.has(name) && name !== 'createSupport')).toEqual([]);
  const events = [...names('docs/moving.md').matchAll(/'(support_\w+)'/g)].map(
    ([, name = '']) => name,
  );
  expect(events.filter((name) => !names('docs/events.md').includes(`\`${name}\``))).toEqual([]);
});
