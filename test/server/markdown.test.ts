import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { plainText } from '../../server/base/plainText.ts';
import { resolverOf } from '../../server/kb/links.ts';
import { parseMarkdown } from '../../server/kb/markdown.ts';
import { readBlocks } from '../../server/kb/readBlocks.ts';
import { Blocks } from '../../src/contract/articleBody.ts';

const blocksOf = (source: string) => readBlocks(parseMarkdown(source), source);
const text = (value: string) => ({ type: 'text', text: value });
const paragraph = (value: string) => ({ type: 'paragraph', children: [text(value)] });

test('the tree supports every block of Markdown', () => {
  const source = `
## Add *the* record

One **two** \`three\` [four](article:spf#record)
and <b>five</b>.

1. First
2. Second
   - [x] Done

| Name | Value |
|:-----|------:|
| spf  | \`v=spf1\` |

\`\`\`dns
v=spf1 ~all
\`\`\`

> Quoted

:::warning[Careful]
Not twice.
:::

![A chart](/chart.png "800x450")

---
`;
  expect(blocksOf(source)).toEqual([
    {
      type: 'heading',
      level: 2,
      id: 'add-the-record',
      children: [text('Add '), { type: 'emphasis', children: [text('the')] }, text(' record')],
    },
    {
      type: 'paragraph',
      children: [
        text('One '),
        { type: 'strong', children: [text('two')] },
        text(' '),
        { type: 'code', text: 'three' },
        text(' '),
        { type: 'link', url: 'article:spf#record', children: [text('four')] },
        text(' and five.'),
      ],
    },
    {
      type: 'list',
      ordered: true,
      start: 1,
      items: [
        { checked: null, children: [paragraph('First')] },
        {
          checked: null,
          children: [
            paragraph('Second'),
            {
              type: 'list',
              ordered: false,
              start: 1,
              items: [{ checked: true, children: [paragraph('Done')] }],
            },
          ],
        },
      ],
    },
    {
      type: 'table',
      align: ['left', 'right'],
      header: [[text('Name')], [text('Value')]],
      rows: [[[text('spf')], [{ type: 'code', text: 'v=spf1' }]]],
    },
    { type: 'code', language: 'dns', text: 'v=spf1 ~all' },
    { type: 'quote', children: [paragraph('Quoted')] },
    { type: 'callout', tone: 'warning', title: 'Careful', children: [paragraph('Not twice.')] },
    { type: 'image', url: '/chart.png', alt: 'A chart', width: 800, height: 450 },
    { type: 'divider' },
  ]);
});

test('colons in text are text, and an unknown directive is reduced to its content', () => {
  expect(blocksOf('At 10:30 use include:_spf.example.com and a:b.')).toEqual([
    paragraph('At 10:30 use include:_spf.example.com and a:b.'),
  ]);
  expect(blocksOf(':::video\nA film.\n:::')).toEqual([paragraph('A film.')]);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  'file:///etc/passwd',
  'article:../x',
  'java&#10;script:alert(1)',
])('a link to %s is reduced to its text', (url) => {
  expect(blocksOf(`[Click](<${url}>)`)).toEqual([paragraph('Click')]);
  const children = [{ type: 'emphasis', children: [text('Picture')] }];
  expect(blocksOf(`![Picture](<${url}>)`)).toEqual([{ type: 'paragraph', children }]);
});

test('a link to a file of the folder leads to the article from that file', () => {
  const slugs = new Map([['domains/spf', 'set-up-spf']]);
  const links = resolverOf('mail/dkim.md', { slugs, baseUrl: undefined }, { dead: [], lost: [] });
  const source = '[SPF](../domains/spf.md#record)';
  expect(readBlocks(parseMarkdown(source), source, links)).toEqual([
    {
      type: 'paragraph',
      children: [{ type: 'link', url: 'article:set-up-spf#record', children: [text('SPF')] }],
    },
  ]);
});

test('raw HTML is reduced to its text, or removed', () => {
  const source =
    '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\nA<svg onload=x>B<br>C';
  expect(plainText(blocksOf(source))).toBe('AB C');
});

test('headings with the same text have different ids', () => {
  const ids = blocksOf('# Ünï\n\n## Ünï\n\n### !').map((block) => 'id' in block && block.id);
  expect(ids).toEqual(['ünï', 'ünï-2', 'section']);
});

test.each([
  ['quotes', '> '.repeat(200)],
  ['lists', '- '.repeat(200)],
  ['emphasis', `${'*a **b '.repeat(300)}${'** c*'.repeat(300)}`],
  ['brackets', '['.repeat(5_000)],
  ['directives', `${':'.repeat(60)}note\n`.repeat(50)],
])('%s that nest deep stay within the contract', (_name, source) => {
  expect(z.safeParse(Blocks, blocksOf(`${source}x`)).success).toBe(true);
});
