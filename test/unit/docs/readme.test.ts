import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { named, snippets } from '../../support/snippets.ts';

const source = (file: string) => readFileSync(file, 'utf8');

it('README.md has at most 200 lines', () => {
  expect(source('README.md').split('\n').length).toBeLessThanOrEqual(200);
});

it('docs/methods.md documents every method of an instance', () => {
  const methods = [...source('src/support.ts').matchAll(/^ {2}(?:readonly )?(\w+)[(<:]/gm)];
  expect(methods.length).toBeGreaterThan(15);
  const page = source('docs/methods.md');
  for (const [, method] of methods) expect(page).toMatch(new RegExp(`\`${method}[(\`]`));
});

it('README.md lists every page of docs', () => {
  const pages = readdirSync('docs').filter((file) => file.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(25);
  const listed = source('README.md');
  expect(pages.filter((page) => !listed.includes(`](docs/${page})`))).toEqual([]);
});

it('snippets with a publishable key also set the backend and the mail address', () => {
  const withKey = snippets.filter(({ code }) => /pi(Key|-key)[:=] ?['"]pk_/.test(code));
  expect(withKey.length).toBeGreaterThan(8);
  const incomplete = withKey.filter(
    ({ code }) => !/baseUrl|data-base-url/.test(code) || !/\bemail: '|data-email/.test(code),
  );
  expect(incomplete.map(named)).toEqual([]);
});
