import { expect, test } from 'vitest';
import { readMarkdown } from '../../../../src/contract/readMessage.ts';
import { messageParts } from '../../../../src/widgets/conversation/messageParts.ts';

const slugOf = (url: string) => /^article:(\w+)/.exec(url)?.[1];

const partsOf = (text: string) =>
  messageParts(readMarkdown(text), slugOf).map((part) =>
    part.type === 'card' ? `card ${part.slug} ${part.title}` : part.blocks[0]?.type,
  );

test('only an article alone on its line is a card, and the lines around it stay text', () => {
  expect(partsOf('First\n[A](article:a)\nthen\nthis\n[B](article:b)')).toEqual([
    'paragraph',
    'card a A',
    'paragraph',
    'card b B',
  ]);
  expect(partsOf('See [A](article:a).')).toEqual(['paragraph']);
  expect(partsOf('[A](article:a) [B](article:b)')).toEqual(['paragraph']);
  expect(partsOf('[A](https://acme.example)')).toEqual(['paragraph']);
  expect(partsOf('- [A](article:a)\n\n> [B](article:b)\n\n```\n[C](article:c)\n```')).toEqual([
    'list',
    'quote',
    'code',
  ]);
});
