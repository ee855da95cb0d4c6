import { expect, test } from 'vitest';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { pageFinder } from '../../server/kb/findPage.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { readArticle } from '../../server/kb/readArticle.ts';

const read = (source: string) => readArticle(parseFile(fileOf('a.md'), `# Title\n\n${source}`));
const textOf = (source: string) => read(source).body;
const strong = (text: string) => ({ type: 'strong', children: [{ type: 'text', text }] });

test.each([
  ['[Fields][pkg.fields] and [`Model`][pkg.Model]', 'Fields and Model'],
  ['[`Model`][] and ![Chart][c]', 'Model and Chart'],
  ['A task [x], names[i][0], [a] and [b] [c]', 'A task [x], names[i][0], [a] and [b] [c]'],
  ['`[a][b]` and \\[a][b]', '[a][b] and [a][b]'],
  ['> [B][b]\n>\n> [b]: https://b.example', 'B'],
  ['<p>The `x` of [Fields][pkg.fields]</p>', 'The x of Fields'],
])('references without a definition become their text: %s', (source, text) => {
  expect(textOf(source)).toBe(text);
});

test('a label that is defined within a quote leads to its address', () => {
  expect(JSON.stringify(read('[B][b]\n\n> [b]: https://b.example').blocks)).toContain(
    '"url":"https://b.example"',
  );
});

test.each([
  ['Done :tada: :+1:', 'Done 🎉 👍'],
  [':warning::warning: Careful', '⚠️⚠️ Careful'],
  ['At 12:30:45, `:tada:`, std:key:x, :nothing:', 'At 12:30:45, :tada:, std:key:x, :nothing:'],
  ['新功能:sunrise:支持', '新功能🌅支持'],
  ['<p>Done :tada:</p>', 'Done 🎉'],
])('names of emoji become the character: %s', (source, text) => {
  expect(textOf(source)).toBe(text);
});

test('names of emoji become the character in titles and descriptions', () => {
  const source = '---\ntitle: ":star: New"\ndescription: ":key: in it"\n---\n';
  expect(readArticle(parseFile(fileOf('a.md'), source))).toMatchObject({
    title: '⭐ New',
    description: '🔑 in it',
  });
});

test.each([
  ['**注意：**当你', '注意：'],
  ['さて、**メモリ（RAM）**を消費', 'メモリ（RAM）'],
  ['を**「削除」**し', '「削除」'],
  ['안녕**(하세요)**요', '(하세요)'],
])('bold text beside Chinese, Japanese and Korean is bold: %s', (source, text) => {
  expect(JSON.stringify(read(source).blocks)).toContain(JSON.stringify(strong(text)));
});

test.each([
  ['[← Back](b.md)', '# Limits', '## Limits'],
  ['English | [中文](zh.md)\n\n> Moved.', 'Limits\n======', '## Limits'],
])('the main heading is the title also below %s', (above, heading, other) => {
  const file = (text: string) => parseFile(fileOf('page.md'), text);
  const { title, headings } = readArticle(file(`${above}\n\n${heading}\n\nText.\n\n## Set them`));
  expect({ title, headings }).toEqual({ title: 'Limits', headings: ['Set them'] });
  expect(readArticle(file(`${above}\n\n${other}`)).title).toBe('Page');
});

test.each([
  ['2024', '2024-01-01'],
  ['20240131', '2024-01-31'],
  ['1706659200', '2024-01-31'],
  ['1706659200000', '2024-01-31'],
])('front matter that ends in dots is read, and a date written as %s', (written, date) => {
  const { front, content } = parseFile(fileOf('a.md'), `---\ndate: ${written}\n...\n\nText.`);
  expect(front.updated?.toISOString().slice(0, 10)).toBe(date);
  expect(content.trim()).toBe('Text.');
});

test.each(['md', 'MDX', 'markdown', 'mdown', 'mkd', 'mkdn'])(
  'a file that ends in .%s is a page, and links find it',
  (ending) => {
    expect(fileOf(`guides/limits.${ending}`).name).toBe('limits');
    const find = pageFinder('guides/a.md', new Map([['guides/limits', 'limits']]));
    expect(find(`limits.${ending}`)).toBe('limits');
  },
);
