import { expect, test } from 'vitest';
import { plainText } from '../../server/base/plainText.ts';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { omittedTags } from '../../server/kb/omittedTags.ts';
import { readArticle } from '../../server/kb/readArticle.ts';

const blocksOf = (source: string) =>
  readArticle(parseFile(fileOf('a.mdx'), `# Title\n\n${source}`)).blocks;
const textOf = (source: string) => plainText(blocksOf(source));
const kindsOf = (source: string) => blocksOf(source).map(({ type }) => type);

test('components within a step of a list stay in the list', () => {
  const source =
    '<Steps>\n1. First\n\n    <Tabs>\n      <Tab label="npm">\n      ```sh\n      npm i\n      ```\n      </Tab>\n    </Tabs>\n\n    More text.\n\n2. Second\n</Steps>';
  const [list, ...rest] = blocksOf(source);
  expect(rest).toEqual([]);
  expect(list).toMatchObject({ type: 'list', items: [{}, {}] });
  expect(textOf(source)).toContain('More text.');
});

test.each([
  ['<p>\n**Type:** `a`<br />\n**Default:** `b`\n</p>', 'Type: a Default: b'],
  ['- <p>[Free](https://a.example) site</p>', 'Free site'],
  ['<ol>\n    <li>\n\n        Run **it**\n    </li>\n</ol>', 'Run it'],
])('Markdown in HTML is read: %j', (source, text) => {
  expect(textOf(source).replaceAll(/\s+/g, ' ')).toBe(text);
  expect(JSON.stringify(blocksOf(source))).not.toContain('"code","text":"Run');
});

test('HTML without an end does not change the text after it', () => {
  expect(kindsOf('<ul>\n        <li>\n        one\n</ul>\n\nText')).not.toContain('code');
});

test.each([
  ['a class behind it', 'Take care.\n{: .warning}', null],
  ['a class before it', '{: .warning }\nTake care.', null],
  ['a title', '{: .warning-title }\n> Careful\n>\n> Take care.', 'Careful'],
])('a block of Just the Docs with %s is a callout', (_, source, title) => {
  expect(blocksOf(source)).toMatchObject([
    { type: 'callout', tone: 'warning', title, children: [{ type: 'paragraph' }] },
  ]);
});

test('a class that is no callout is removed', () => {
  expect(textOf('Text\n{: .fs-3 }\n\nOther { .card }\n\n> Quote\n> {: .new }')).toBe(
    'Text\nOther\nQuote',
  );
});

test.each([
  ['a short delimiter row', '| a | b | c |\n|:--|:--|\n| 1 | 2 | 3 |', 3],
  ['a row that is wider', '| a | b |\n| - | - |\n| 1 | 2 | 3 |', 3],
  ['no delimiter row', '| a | b |\n| 1 | 2 |', 2],
  ['a delimiter row that begins without a sign', '| a | b |\n:-- | :-- |\n| 1 | 2 |', 2],
])('a table with %s keeps all cells', (_, source, width) => {
  const [table, ...rest] = blocksOf(source);
  expect(rest).toEqual([]);
  expect(table).toMatchObject({ type: 'table', rows: [Array(width).fill([{}])] });
});

test('commands of a pipeline are no table', () => {
  expect(kindsOf('| where age > 30\n| fields state')).toEqual(['paragraph']);
});

test('a definition list has its terms in bold type', () => {
  const source = '`name`\n: The **name**.\n: More.\n\n  Second part.\n\nText: no term.';
  expect(textOf(source)).toBe('name\nThe name.\nMore.\nSecond part.\nText: no term.');
  expect(blocksOf(source)[0]).toMatchObject({ children: [{ type: 'strong' }] });
});

test('formulas are shown as their source, and prices are no formulas', () => {
  expect(textOf('With $$a_{1} * b_{2} * c$$ and $x^2$ for $5 or $6_a.')).toBe(
    'With a_{1} * b_{2} * c and x^2 for $5 or $6_a.',
  );
  expect(blocksOf('$$\na_{1} * b\n$$')).toEqual([
    { type: 'code', language: 'latex', text: 'a_{1} * b' },
  ]);
});

test('a code tag that closes itself does not reach to the end of the next one', () => {
  const source =
    '{{< code-toggle config=a />}}\n\nText\n\n{{< code-toggle >}}\na = 1\n{{< /code-toggle >}}';
  expect(kindsOf(source)).toEqual(['paragraph', 'code']);
});

test.each([
  ['guides.cn.mdx', 'zh', 'general', 'guides'],
  ['br/guides/a.md', 'pt-br', 'guides', 'a'],
  ['_docs/guides/a.md', 'en', 'guides', 'a'],
  ['_posts/a.md', 'en', 'posts', 'a'],
])('%s has the language %s and the category %s', (path, locale, category, name) => {
  expect(fileOf(path)).toMatchObject({ locale, category, name });
});

test('places of tables of contents are not shown, and keys and linked cards are', () => {
  const source =
    '[[toc]]\n\n[[_TOC_]]\n\nPress ++ctrl+c++ in C++.\n\n{{< card link="https://a.example" title="Start" >}}';
  expect(textOf(source)).toBe('Press ctrl + c in C++.\nStart');
});

test.each([
  ['{{< youtube id >}}\n\n{{< tab "A" >}}\nx\n{{< /tab >}}', ['{{< youtube >}}']],
  ['{{% steps %}}\nOne\n{{% /steps %}} and {{< badge "New" >}}', []],
  ['{% youtube id %}\n{% hint %}\nx\n{% endhint %}', ['{% youtube %}']],
  ['<DocCardList />\n\n```js\n<DocCardList />\n```', ['<DocCardList />']],
  ['```{toctree}\na\n```\n\n`{{< x >}}`', ['{toctree}']],
])('tags whose content a tool makes are named: %j', (source, tags) => {
  expect(omittedTags(source)).toEqual(tags);
});
