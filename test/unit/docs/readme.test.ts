import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const source = (file: string) => readFileSync(file, 'utf8');
const named = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => String(match[1]));

it('documents every option', () => {
  const options = named(source('src/config.ts'), /^ {2}(\w+)\?:/gm);
  expect(options.length).toBeGreaterThan(10);
  for (const option of options) expect(readme).toContain(`\`${option}\``);
});

it('documents every method of an instance', () => {
  const methods = named(source('src/support.ts'), /^ {2}(?:readonly )?(\w+)[(<:]/gm);
  expect(methods.length).toBeGreaterThan(15);
  for (const method of methods) expect(readme).toMatch(new RegExp(`\`${method}[(\`]`));
});
