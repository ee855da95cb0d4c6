import type { Block } from '../../src/contract/articleBody.ts';
import { limits } from '../../src/contract/limits.ts';
import type { MarkdownInline } from './markdown.ts';
import type { ArticleSource } from './readInline.ts';

/** Reads the size from the title: `![Alt](/a.png "800x450")`. */
export function readImage(
  node: Extract<MarkdownInline, { type: 'image' }>,
  { links }: ArticleSource,
): Block[] {
  const url = links.image(node.url);
  if (url === undefined || url.length > limits.url) return altOf(node.alt ?? '');
  const size = /^(\d{1,4})x(\d{1,4})$/.exec(node.title ?? '');
  const alt = (node.alt ?? '').slice(0, limits.customField);
  const edge = (value: string | undefined) => Number(value) || null;
  return [{ type: 'image', url, alt, width: edge(size?.[1]), height: edge(size?.[2]) }];
}

/** Returns the alternative text as the placeholder of a missing picture. */
function altOf(alt: string): Block[] {
  const text = alt.trim().slice(0, limits.customField);
  if (text === '') return [];
  return [
    { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', text }] }] },
  ];
}
