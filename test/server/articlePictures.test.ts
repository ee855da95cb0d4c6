import { expect, test } from 'vitest';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { plainText } from '../../server/kb/plainText.ts';
import { readArticle } from '../../server/kb/readArticle.ts';

const shapes = (source: string) =>
  readArticle(parseFile(fileOf('a.md'), source)).blocks.map((block) =>
    block.type === 'image' ? block.url : plainText([block]),
  );

test('a picture on a line of its own is a picture, within a line it is its words', () => {
  const source = [
    'Press it:\n![A](https://a.example/a.png)\nThen wait.',
    '[![B](https://a.example/b.png)](https://b.example/)',
    'One <img src="https://a.example/c.png" alt="C"> two',
    'Last\n<img src="https://a.example/d.png" alt="D">',
    '![E][e]\n\n[e]: https://a.example/e.png',
  ];
  expect(shapes(source.join('\n\n'))).toEqual([
    'Press it:',
    'https://a.example/a.png',
    'Then wait.',
    'https://a.example/b.png',
    'One C two',
    'Last',
    'https://a.example/d.png',
    'https://a.example/e.png',
  ]);
});
