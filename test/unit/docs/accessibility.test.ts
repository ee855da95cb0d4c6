import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';

const files = ['test/browser', 'test/unit'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
);

/** The tests that the table of criteria names. */
const named = [
  ...readFileSync('docs/accessibility.md', 'utf8').matchAll(/`([\w.]+\.tsx?)` "([^"]+)"/g),
].map(([, file = '', title = '']) => ({ file, title }));

it('every criterion names tests that exist', () => {
  expect(named.length).toBeGreaterThan(20);
  const missing = named.filter(({ file, title }) => {
    const path = files.find((one) => basename(one) === file);
    return path === undefined || !readFileSync(path, 'utf8').includes(title);
  });
  expect(missing).toEqual([]);
});
