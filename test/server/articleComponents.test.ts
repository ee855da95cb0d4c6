import { expect, test } from 'vitest';
import { plainText } from '../../server/base/plainText.ts';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { readArticle } from '../../server/kb/readArticle.ts';

const blocksOf = (source: string) =>
  readArticle(parseFile(fileOf('a.mdx'), `# Title\n\n${source}`)).blocks;
const textOf = (source: string) => plainText(blocksOf(source));

test('module code over several lines is removed', () => {
  const code =
    "import {\n  A,\n} from './a';\n\nexport const B = ({ x }) => (\n  <span style={{ x }}>\n    {x}\n  </span>\n);";
  expect(textOf(`${code}\n\nThe text.\n\n{/* a\n note */}\n\nMore.`)).toBe('The text.\nMore.');
});

test('a component over several lines, with code in its values, is removed', () => {
  const tag = "<Widget\n  title='x > y'\n  style={{ color: 'red' }}\n  onClick={() => a > b}\n/>";
  expect(textOf(`One\n\n${tag}\n\nTwo`)).toBe('One\nTwo');
});

test('deeply indented content of a component is not read as code', () => {
  const source =
    '<Tabs>\n    <TabItem label="npm">\n        Install it:\n\n        ```sh\n        npm i\n        ```\n    </TabItem>\n</Tabs>';
  expect(blocksOf(source).map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'code']);
  expect(textOf(source)).toBe('npm\nInstall it:\nnpm i');
});

test('tabs and notes in a list stay in the list', () => {
  const tabs = '   <Tabs>\n   <TabItem label="npm">\n\n   Install\n\n   </TabItem>\n   </Tabs>';
  const [list] = blocksOf(`1. First\n\n${tabs}\n\n   :::tip\n   Note\n   :::\n\n2. Second`);
  expect(list).toMatchObject({ type: 'list', items: [{}, {}] });
});

test.each([
  ['- ```js\n  !!! note\n  ```\n\nAfter :::', 'a fence in a list'],
  ['```md\n    ```js\n    !!! note\n    ```\n```\n\nAfter :::', 'a fence in a fence'],
  ['One ```x``` two\n\nAfter :::', 'code between three marks'],
])('%j: %s ends at the right place', (source) => {
  expect(blocksOf(source).at(-1)).toMatchObject({
    type: 'paragraph',
    children: [{ text: 'After :::' }],
  });
});

test.each([
  ['Uses {{% term "ugly url" %}} here', 'Uses ugly url here'],
  ['Since {{< new-in 0.148.0 />}} now', 'Since  now'],
  ['A :material-check:{ .x } check', 'A  check'],
  ['Code `{{< x "y" >}}` stays', 'Code {{< x "y" >}} stays'],
  ['Now {% include badge.html v="1" %} new', 'Now  new'],
])('%j is read as %j', (source, text) => {
  expect(textOf(source).replaceAll(/ +/g, ' ')).toBe(text.replaceAll(/ +/g, ' '));
});

test('Hugo and Jekyll tags in links become addresses', () => {
  const source =
    '[a]({{< relref "https://a.example/" >}}) [b]({{ "/b" | relative_url }}){ .button } [c]({{ site.baseurl }}/c)';
  expect(JSON.stringify(blocksOf(source))).toMatch(/a\.example.*"\/b".*"\/c"/);
  expect(textOf(source)).toBe('a b c');
});

test('a heading has the id of its author, and links in any spelling lead to it', () => {
  const source =
    '## Set up {#my_id}\n## Other { #Two .x }\n## A & b\n\n[1](#my_id) [2](#two) [3](#a--b)';
  const blocks = blocksOf(source);
  const ids = blocks.flatMap((block) => (block.type === 'heading' ? block.id : []));
  expect(ids).toEqual(['my-id', 'two', 'a-b']);
  expect(JSON.stringify(blocks).match(/"url":"[^"]*"/g)).toEqual([
    '"url":"#my-id"',
    '"url":"#two"',
    '"url":"#a-b"',
  ]);
});
