import { expect, test } from 'vitest';
import { readFrontMatter } from '../../server/kb/frontMatter.ts';
import { previewArticle } from '../../src/contract/index.ts';
import { call } from './support/agent.ts';
import { openArticles } from './support/articleEditing.ts';
import { openForFile } from './support/database.ts';

const database = openForFile();

test.each([
  ['quotes', '>'.repeat(100_000)],
  ['lists', '- '.repeat(50_000)],
  ['numbered lists', '1. '.repeat(30_000)],
  ['containers', ':::note\n'.repeat(10_000)],
  ['details', '<details>\n'.repeat(500)],
  ['five lists on each line', '- - - - - a\n'.repeat(2_000)],
  ['texts in twenty containers', `${':::note\n'.repeat(20)}${'a\n'.repeat(7_000)}`],
  ['items below items', Array.from({ length: 600 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')],
])('nested %s are rejected before they are parsed', async (_name, text) => {
  const { app, marta, tryPut } = await openArticles(database);
  const markdown = `# Walrus\n\n${text}x`;
  const { problem } = await call(app, marta, previewArticle, { body: { markdown } });
  expect(problem?.message).toBe('Its parts are nested too deep.');
  expect((await tryPut('walrus', { markdown })).status).toBe(422);
});

test.each([
  ['code', `\`\`\`\n${'> '.repeat(1_000)}\n\`\`\``],
  ['many lists', '- a\n  - b\n\ntext\n\n'.repeat(300)],
  ['a list in quotes', '> - a\n>   - b\n'.repeat(500)],
  ['six levels', Array.from({ length: 6 }, (_, at) => `${'  '.repeat(at)}- a`).join('\n')],
  ['many containers', ':::note\na\n:::\n\n'.repeat(300)],
])('%s of any length are an article', async (_name, text) => {
  const { put } = await openArticles(database);
  expect(await put('walrus', { markdown: `# Walrus\n\n${text}` })).toMatchObject({ dead: [] });
});

test.each([
  ['lists of YAML', `---\ntags: ${'['.repeat(1_000)}\n---\n`],
  ['items of YAML', `---\n${'- '.repeat(2_000)}a\n---\n`],
  [
    'maps of YAML',
    `---\n${Array.from({ length: 300 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}---\n`,
  ],
  ['lists of JSON', `{\n"tags": ${'['.repeat(1_000)}\n}\n`],
  ['lists of TOML', `+++\ntags = ${'['.repeat(1_000)}\n+++\n`],
])('nested %s are rejected before they end the process', (_name, front) => {
  expect(() => readFrontMatter(`${front}# Walrus`)).toThrow('The front matter is nested too deep.');
});

test('front matter that tools generate is not nested too deep', () => {
  const front = 'head:\n  - - meta\n    - { name: a, content: [[b], [c]] }\nkeywords: [a, b]\n';
  expect(readFrontMatter(`---\n${front}---\n# Walrus`).front.tags).toEqual(['a', 'b']);
});
