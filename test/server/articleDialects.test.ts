import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { readArticle } from '../../server/kb/readArticle.ts';
import { Blocks } from '../../src/contract/articleBody.ts';

const read = (source: string, path = 'a.md') => readArticle(parseFile(fileOf(path), source));
const blocksOf = (source: string) => read(`# Title\n\n${source}`).blocks;
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const callout = (tone: string, title: string | null, ...texts: string[]) => ({
  type: 'callout',
  tone,
  title,
  children: texts.map(paragraph),
});

test.each([
  ['GitHub', '> [!NOTE]\n> Set a limit.', callout('note', null, 'Set a limit.')],
  [
    'Obsidian',
    '> [!warning]- Careful\n> Set a limit.',
    callout('warning', 'Careful', 'Set a limit.'),
  ],
  [
    'Docusaurus',
    ':::danger Take care\n\nSet a limit.\n\n:::',
    callout('danger', 'Take care', 'Set a limit.'),
  ],
  [
    'Docusaurus 3',
    ':::tip[Take care]\nSet a limit.\n:::',
    callout('tip', 'Take care', 'Set a limit.'),
  ],
  ['VitePress', '::: info\nSet a limit.\n:::', callout('note', null, 'Set a limit.')],
  [
    'VitePress details',
    '::: details More\nSet a limit.\n:::',
    callout('note', 'More', 'Set a limit.'),
  ],
  [
    'MkDocs',
    '!!! warning "Take care"\n    Set a limit.\n\n    Or two.',
    callout('warning', 'Take care', 'Set a limit.', 'Or two.'),
  ],
  ['MkDocs, folded', '???+ note\n    Set a limit.', callout('note', null, 'Set a limit.')],
  ['MkDocs without a space', '!!!tip\n    Set a limit.', callout('tip', null, 'Set a limit.')],
  [
    'MkDocs with quotes in the title',
    '!!! note "The "best" one"\n    Set a limit.',
    callout('note', 'The "best" one', 'Set a limit.'),
  ],
  ['a Chinese word', '::: 注意\nSet a limit.\n:::', callout('warning', '注意', 'Set a limit.')],
  ['a word of any script', '::: Пример\nSet.\n:::', callout('note', 'Пример', 'Set.')],
  [
    'GitBook',
    '{% hint style="danger" %}\nSet a limit.\n{% endhint %}',
    callout('danger', null, 'Set a limit.'),
  ],
  [
    'Hugo',
    '{{< alert color="warning" title="Take care" >}}\nSet a limit.\n{{< /alert >}}',
    callout('warning', 'Take care', 'Set a limit.'),
  ],
  [
    'Nextra',
    '<Callout type="error">\n  Set a limit.\n</Callout>',
    callout('danger', null, 'Set a limit.'),
  ],
  [
    'Starlight',
    '<Aside type="tip" title="Take care">\nSet a limit.\n</Aside>',
    callout('tip', 'Take care', 'Set a limit.'),
  ],
  [
    'HTML',
    '<details><summary>More</summary>\n\nSet a limit.\n\n</details>',
    callout('note', 'More', 'Set a limit.'),
  ],
])('a callout of %s is a callout', (_tool, source, expected) => {
  expect(blocksOf(`Before.\n\n${source}\n\nAfter.`)).toEqual([
    paragraph('Before.'),
    expected,
    paragraph('After.'),
  ]);
});

test('callouts can be nested', () => {
  expect(blocksOf('::::note\nOuter\n:::tip\nInner\n:::\nOuter again\n::::')).toMatchObject([
    {
      tone: 'note',
      children: [paragraph('Outer'), callout('tip', null, 'Inner'), paragraph('Outer again')],
    },
  ]);
});

test.each([
  ['MkDocs', '=== "Linux"\n\n    One\n\n=== "Windows"\n\n    Two'],
  [
    'Docusaurus',
    '<Tabs>\n<TabItem value="l" label="Linux">\n\nOne\n\n</TabItem>\n<TabItem value="w" label="Windows">\n\nTwo\n\n</TabItem>\n</Tabs>',
  ],
  [
    'GitBook',
    '{% tabs %}\n{% tab title="Linux" %}\nOne\n{% endtab %}\n\n{% tab title="Windows" %}\nTwo\n{% endtab %}\n{% endtabs %}',
  ],
])('tabs of %s become sections with their names', (_tool, source) => {
  const name = (text: string) => ({
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', text }] }],
  });
  expect(blocksOf(source)).toEqual([
    name('Linux'),
    paragraph('One'),
    name('Windows'),
    paragraph('Two'),
  ]);
});

test('footnotes are at the end with their numbers', () => {
  expect(blocksOf('A claim.[^1] Another.[^b]\n\n[^b]: Second.\n[^1]: First.')).toEqual([
    paragraph('A claim.[1] Another.[2]'),
    { type: 'divider' },
    {
      type: 'list',
      ordered: true,
      start: 1,
      items: [
        { checked: null, children: [paragraph('First.')] },
        { checked: null, children: [paragraph('Second.')] },
      ],
    },
  ]);
});

test('a diagram is shown as source with a caption', () => {
  expect(blocksOf('```mermaid\ngraph TD\n```')).toMatchObject([
    { type: 'paragraph' },
    { type: 'code', language: 'mermaid', text: 'graph TD' },
  ]);
});

test('MDX components and imports are removed, and code does not change', () => {
  const source =
    "import Tabs from '@theme/Tabs';\n\nText.\n\n<Steps>\n\n```md\n:::note Title\n<Tabs>\n```\n\n</Steps>";
  expect(blocksOf(source)).toEqual([
    paragraph('Text.'),
    { type: 'code', language: 'md', text: ':::note Title\n<Tabs>' },
  ]);
});

test('supported HTML is kept', () => {
  const html =
    '<h3>Part</h3>\n<p>One <b>two</b> <a href="https://a.example/x">three</a> <a href="javascript:x">four</a></p>\n<ul><li>five</li></ul>\n<img src="https://a.example/p.png" alt="Six" width="20">\n<script>no()</script><iframe src="https://a.example"></iframe>';
  expect(blocksOf(html)).toEqual([
    { type: 'heading', level: 3, id: 'part', children: [{ type: 'text', text: 'Part' }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'One ' },
        { type: 'strong', children: [{ type: 'text', text: 'two' }] },
        { type: 'text', text: ' ' },
        { type: 'link', url: 'https://a.example/x', children: [{ type: 'text', text: 'three' }] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'four' },
      ],
    },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: '• ' },
        { type: 'text', text: 'five' },
      ],
    },
    { type: 'image', url: 'https://a.example/p.png', alt: 'Six', width: 20, height: null },
  ]);
});

test.each([
  ['<b>'.repeat(5_000), 'tags'],
  ['<div>'.repeat(5_000), 'blocks'],
  [':::note\n'.repeat(10), 'containers'],
  ['<details>\n'.repeat(10), 'details'],
  [`${'    '.repeat(20)}!!! note\n`.repeat(200), 'admonitions'],
  ['!!! note\n    !!! note\n'.repeat(200), 'admonitions within each other'],
])('hostile %s stay within the contract', (source) => {
  expect(z.safeParse(Blocks, blocksOf(`${source}x`)).success).toBe(true);
});
