import { expect, test } from 'vitest';
import { fileOf } from '../../server/kb/articleFiles.ts';
import { parseFile } from '../../server/kb/folder.ts';
import { readArticle } from '../../server/kb/readArticle.ts';

const read = (source: string) => readArticle(parseFile(fileOf('a.md'), source));
const blocksOf = (source: string) => read(`# Title\n\n${source}`).blocks;
const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

test.each([
  ['Jekyll', '{% comment %}\nHidden\n{% endcomment %}'],
  ['kramdown', '{::comment}\nHidden\n{:/comment}'],
  ['MDX', '{/* Hidden\n\nHidden, too */}'],
  ['Hugo', '{{/* Hidden\nHidden, too */}}'],
  ['kramdown, for a table of contents,', '* TOC\n{:toc}'],
  ['Just the Docs, for a table of contents,', '1. TOC\n{: .no_toc toc}'],
])('comments of %s are not shown', (_, comment) => {
  const shown = [paragraph('Above.'), paragraph('Below.')];
  expect(blocksOf(`Above.\n\n${comment}\n\nBelow.`)).toEqual(shown);
});

test('a comment without an end and a comment in code are shown', () => {
  const { body } = read(
    '# Title\n\n{::comment}\nText\n\n```\n{% comment %}\n{% endcomment %}\n```',
  );
  expect(body).toContain('Text');
  expect(body).toContain('{% comment %}\n{% endcomment %}');
});

test('kramdown shows the content of its other marks', () => {
  expect(blocksOf('{::nomarkdown}Text{:/}')).toEqual([paragraph('Text')]);
});

test('links of GitBook to files and pages are shown once', () => {
  const links = [
    '{% file src="https://a.example/limits.pdf" %}',
    '{% page-ref page="https://a.example/limits" %}',
    '{% content-ref url="https://b.example" %}\n[Limits](https://b.example)\n{% endcontent-ref %}',
  ];
  expect(read(`# Title\n\n${links.join('\n\n')}`).body).toBe(
    'https://a.example/limits.pdf\nhttps://a.example/limits\nLimits',
  );
});
