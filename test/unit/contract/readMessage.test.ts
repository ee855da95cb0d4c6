import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../src/contract/articleBody.ts';
import { readMarkdown, readPlain } from '../../../src/contract/readMessage.ts';

const link = (url: string, words = url): Inline => ({
  type: 'link',
  url,
  children: [{ type: 'text', text: words }],
});
const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const inlinesOf = (words: string) => {
  const [block] = readMarkdown(words);
  return block?.type === 'paragraph' ? block.children : [];
};

describe('Markdown of a reply', () => {
  it('supports links with and without text, bold text and code', () => {
    expect(inlinesOf('See **the `TXT` record** in [Set up SPF](article:set-up-spf).')).toEqual([
      text('See '),
      { type: 'strong', children: [text('the '), { type: 'code', text: 'TXT' }, text(' record')] },
      text(' in '),
      link('article:set-up-spf', 'Set up SPF'),
      text('.'),
    ]);
  });

  it.each([
    ['Open https://a.example/x?y=1.', 'https://a.example/x?y=1'],
    ['(https://a.example/x)', 'https://a.example/x'],
    ['https://a.example/SPF_(mail), then', 'https://a.example/SPF_(mail)'],
    ['**https://a.example**', 'https://a.example'],
  ])('finds the address in %s', (words, address) => {
    expect(JSON.stringify(readMarkdown(words))).toContain(JSON.stringify(link(address)));
  });

  it('supports lists, quotes and code blocks between paragraphs', () => {
    const written =
      'First:\n\n2. one\n3. two\n- three\n> Did it?\n> > Yes\n```\na  b\n\nc\n```\nBye\nMarta';
    const item = (words: string) => ({ checked: null, children: [paragraph(text(words))] });
    expect(readMarkdown(written)).toEqual([
      paragraph(text('First:')),
      { type: 'list', ordered: true, start: 2, items: [item('one'), item('two')] },
      { type: 'list', ordered: false, start: 1, items: [item('three')] },
      {
        type: 'quote',
        children: [
          paragraph(text('Did it?')),
          { type: 'quote', children: [paragraph(text('Yes'))] },
        ],
      },
      { type: 'code', language: null, text: 'a  b\n\nc' },
      paragraph(text('Bye'), { type: 'break' }, text('Marta')),
    ]);
  });

  it('does not change characters that mark nothing', () => {
    for (const words of ['2 * 3 ** 4', '[no link]', 'a_b_c', '#1 is -2', '`', '> '.repeat(9)]) {
      expect(() => readMarkdown(words)).not.toThrow();
    }
    expect(inlinesOf('2 * 3 ** 4 [no link] a_b_c `')).toEqual([
      text('2 * 3 ** 4 [no link] a_b_c `'),
    ]);
  });

  it.each(['`', '*', '[', '(', '>', '- ', '[a](', 'https://a.example/)', '**a'])(
    'parses the longest message of only %j quickly',
    (part) => {
      const begun = performance.now();
      readMarkdown(part.repeat(20_000 / part.length));
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );
});

describe('text of a visitor', () => {
  it('has links and line breaks, but no Markdown', () => {
    expect(readPlain('**Hi**\n- see https://a.example\n\nBye')).toEqual([
      paragraph(text('**Hi**'), { type: 'break' }, text('- see '), link('https://a.example')),
      paragraph(text('Bye')),
    ]);
  });
});
