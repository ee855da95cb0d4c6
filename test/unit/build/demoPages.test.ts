import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sideBar } from '../../../demo/parts/navigation.ts';

const files = readdirSync('demo', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => `demo/${file}`);
/** One only leads to the desk. The styles of the other one hide whatever it has. */
const bare = ['demo/inbox/index.html', 'demo/hostile.html'];
const pathOf = (file: string) => file.replace(/^demo/, '').replace(/index\.html$/, '');

test('the pages of the demo share the side bar and the styles, and say what to try', () => {
  const pages = files.filter((file) => !bare.includes(file));
  expect(pages.length).toBeGreaterThan(8);
  for (const file of pages) {
    const sources = [file, file.replace('index.html', 'main.tsx')].filter(
      (one) => one === file || file.includes('react'),
    );
    const text = sources.map((one) => readFileSync(one, 'utf8')).join('\n');
    expect(text, file).toContain('<aside></aside>');
    expect(text, file).toMatch(/dashboard\.css|strict\.ts/);
    expect(text, file).toMatch(/<h2[^>]*>Try it/);
  }
});

test('the side bar leads to every page and marks the current one', () => {
  for (const path of files.map(pathOf)) {
    const html = sideBar({ current: path, hasIcons: true });
    expect(html).toContain(`<a href="${path}" aria-current="page">`);
    expect(html.match(/aria-current/g)).toHaveLength(1);
  }
  expect(sideBar({ current: '/', hasIcons: false })).not.toContain('<svg');
});
