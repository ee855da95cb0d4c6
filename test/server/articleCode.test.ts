import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainText } from '../../server/base/plainText.ts';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { withParts } from '../../server/kb/includes.ts';
import { readArticle } from '../../server/kb/readArticle.ts';
import { folderOf } from './support/articleFolder.ts';

const blocksOf = (source: string) =>
  readArticle(parseFile(fileOf('a.mdx'), `# Title\n\n${source}`)).blocks;
const textOf = (source: string) => plainText(blocksOf(source));

const code = (language: string | null, text: string) => ({ type: 'code', language, text });

test.each([
  ['Jekyll', '{% highlight ruby linenos %}\nputs "*a*"\n{% endhighlight %}', 'ruby', 'puts "*a*"'],
  ['Hugo', '{{< highlight go "hl_lines=1" >}}\na := 1\n{{< /highlight >}}', 'go', 'a := 1'],
  [
    'Hugo settings',
    '{{< code-toggle file=hugo >}}\n[a]\nb = 1\n{{< /code-toggle >}}',
    null,
    '[a]\nb = 1',
  ],
  ['code in a fence', '{{< code >}}\n```sh\nnpm i\n```\n{{< /code >}}', 'sh', 'npm i'],
])('code in tags of %s is code', (_tool, source, language, text) => {
  expect(blocksOf(source)).toEqual([code(language, text)]);
});

test('tabs of Docsy are code, unless they say that they are text', () => {
  const code =
    '{{< tabpane lang="toml" >}}\n{{< tab header="File:" disabled=true />}}\n{{< tab "hugo.toml" >}}\n[[a]]\n{{< /tab >}}\n{{< tab header="YAML" lang="yaml" >}}\n+++\n{{< /tab >}}\n{{< /tabpane >}}';
  expect(blocksOf(code)).toMatchObject([
    { type: 'paragraph' },
    { type: 'paragraph', children: [{ children: [{ text: 'hugo.toml' }] }] },
    { type: 'code', language: 'toml', text: '[[a]]' },
    { type: 'paragraph', children: [{ children: [{ text: 'YAML' }] }] },
    { type: 'code', language: 'yaml', text: '+++' },
  ]);
  const text =
    '{{% tabpane text=true %}}\n{{% tab header="One" %}}\nIt **is**.\n{{% /tab %}}\n{{% /tabpane %}}';
  expect(textOf(text)).toBe('One\nIt is.');
});

test('hidden lines of Rust are not shown, and its options are no language', () => {
  const source = '```rust,ignore\n# fn main() {\n#[test]\nlet a = 1;\n# }\n```';
  expect(blocksOf(source)).toEqual([code('rust', '#[test]\nlet a = 1;\n')]);
});

test('documentation that MkDocs generates from code keeps its name', () => {
  const source = `::: acme.mail.Client\n    options:\n        members: [send]\n\n`.repeat(15);
  expect(textOf(`${source}The end.`)).toMatch(/^acme\.mail\.Client\n[^:]*\nThe end\.$/);
});

test.each([
  ['<Frame>![Set up](https://a.example/b.png)</Frame>', 'image'],
  ['<Card title="Send" href="/send">It **sends**.</Card>', 'paragraph'],
])('%s is read as Markdown inside of its tag', (source, type) => {
  const blocks = blocksOf(source);
  expect(blocks.at(-1)).toMatchObject({ type });
  expect(plainText(blocks)).not.toMatch(/[*<]|!\[/);
});

test('HTML with code in its attributes keeps its picture', () => {
  const tag =
    '<img\n  src="https://a.example/b.png"\n  style={{\n    width: "2px",\n  }}\n  alt="Two"\n/>';
  const one = '<img src={\'https://a.example/c.png\'} style={{ a: 1 }} alt="Three" />';
  const images = blocksOf(`${tag}\n\n${one}`);
  expect(images).toMatchObject([
    { type: 'image', url: 'https://a.example/b.png', alt: 'Two' },
    { type: 'image', url: 'https://a.example/c.png', alt: 'Three' },
  ]);
});

test('text below a picture in a component is Markdown', () => {
  const source =
    '1. Open it.\n    <Frame>\n      <img src="https://a.example/b.png" alt="Two" />\n    </Frame>\n1. Click **Send**.';
  expect(textOf(source)).toBe('Open it.\nTwo\nClick Send.');
});

test('a page that only has a description shows it', () => {
  const page = readArticle(
    parseFile(fileOf('guides/_index.md'), '---\ndescription: All guides.\n---\n'),
  );
  expect([page.title, plainText(page.blocks)]).toEqual(['Guides', 'All guides.']);
});

test('icons in tabs and attributes in lines of their own are removed', () => {
  const source = '=== ":material-apple: macOS"\n    One.\n\n| a |\n|---|\n| b |\n{.no-wrap}';
  expect(textOf(source)).toBe('macOS\nOne.\na\nb');
});

test.each([
  ['VitePress', '<<< @/code/a.js{2} [A]', '```js\nlet a;\n```'],
  ['a region', '<<< ./code/b.ts#two', '```ts\nlet two;\n```'],
  ['FastAPI', '{* ../code/a.js hl[1:2] *}', '```js\nlet a;\n```'],
  ['MkDocs', '```js\n--8<-- "code/a.js"\n```', '```js\nlet a;\n```'],
  ['mdBook', '```js\n{{#include code/a.js}}\n```', '```js\nlet a;\n```'],
  ['a playground of mdBook', '{{#playground code/a.js editable}}', '```js\nlet a;\n```'],
  ['lines of mdBook', '```js\n{{#include code/c.js:2:3}}\n```', '```js\n2\n3\n```'],
  ['one line of mdBook', '```js\n{{#rustdoc_include code/c.js:2}}\n```', '```js\n2\n```'],
  ['a part of mdBook', '```rs\n{{#include code/d.rs:one}}\n```', '```rs\nlet one;\n```'],
  ['Markdown of mdBook', '{{#include code/e.md}}\n\\{{#include x}}', 'Part *e*\n\\{{#include x}}'],
  ['MyST', '```{literalinclude} code/a.js\n:linenos:\n```', '```js\nlet a;\n```'],
  ['Markdown of MyST', ':::{include} code/e.md\n:::', 'Part *e*'],
  ['lines of MkDocs', '```js\n  --8<-- "code/c.js:2:3"\n```', '```js\n  2\n  3\n```'],
])('code that %s includes becomes code', (_tool, source, expected) => {
  const folder = folderOf({
    'a.md': source,
    'code/a.js': 'let a;\n',
    'code/b.ts': 'let one;\n// #region two\nlet two;\n// #endregion two\nlet three;\n',
    'code/c.js': '1\n2\n3\n4\n',
    'code/d.rs': '// ANCHOR: one\nlet one;\n// ANCHOR_END: one\nlet two;\n',
    'code/e.md': '---\ntitle: E\n---\nPart *e*',
  });
  expect(withParts(folder, 'a.md', source)).toEqual({ text: expected, missing: [] });
});

test.each(['.env', '../secret.txt', 'gone.js', 'code'])(
  'code from %s is not read, and named',
  (target) => {
    const top = folderOf({
      'docs/a.md': '',
      'docs/.env': 'KEY=1',
      'secret.txt': 'x',
      'docs/code/b': '',
    });
    const source = `One\n<<< ./${target}\nTwo`;
    expect(withParts(join(top, 'docs'), 'a.md', source)).toEqual({
      text: 'One\nTwo',
      missing: [`./${target}`],
    });
  },
);
