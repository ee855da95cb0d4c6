import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { optionsPage, page } from '../../../build/optionsTable.mjs';

describe('docs/options.md', () => {
  it('is the output of `npm run docs:options` for the types', () => {
    expect(readFileSync(page, 'utf8')).toBe(optionsPage());
  });

  it('has every option that the configuration accepts', () => {
    const options = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {2}(\w+)\?:/gm)];
    expect(options.length).toBeGreaterThan(20);
    for (const [, option] of options) expect(optionsPage()).toContain(`| \`${option}\` |`);
  });
});
