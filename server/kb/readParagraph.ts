import type { Block } from '../../src/contract/articleBody.ts';
import { inlineText } from '../base/plainText.ts';
import type { MarkdownBlock, MarkdownInline } from './markdown.ts';
import { readHtml } from './readHtml.ts';
import { readImage } from './readImage.ts';
import { type ArticleSource, readInlines, sourceOf } from './readInline.ts';

type Paragraph = Extract<MarkdownBlock, { type: 'paragraph' }>;

/**
 * Reads a paragraph and splits it at pictures that have a line of their own. A picture within a
 * line is reduced to its alternative text.
 */
export function readParagraph({ children }: Paragraph, article: ArticleSource): Block[] {
  const blocks: Block[] = [];
  let text: MarkdownInline[] = [];
  const endText = () => {
    const inlines = trimmed(readInlines(text, article));
    if (inlineText(inlines).trim() !== '') blocks.push({ type: 'paragraph', children: inlines });
    text = [];
  };
  children.forEach((child, at) => {
    const isAlone = endsLine(children[at - 1]) && beginsLine(children[at + 1]);
    const pictures = isAlone ? readPicture(child, article) : undefined;
    if (pictures === undefined) {
      text.push(child);
      return;
    }
    endText();
    blocks.push(...pictures);
  });
  endText();
  return blocks;
}

const endsLine = (node: MarkdownInline | undefined) => isEdge(node, /(\n|^)[ \t]*$/);
const beginsLine = (node: MarkdownInline | undefined) => isEdge(node, /^[ \t]*(\n|$)/);

function isEdge(node: MarkdownInline | undefined, edge: RegExp): boolean {
  if (node === undefined || node.type === 'break' || isPicture(node)) return true;
  return node.type === 'text' && edge.test(node.value);
}

const htmlPicture = /^<img\s[^>]*>$/i;

/** True for an image in Markdown or HTML, or a link that contains only images. */
function isPicture(node: MarkdownInline): boolean {
  if (node.type === 'html') return htmlPicture.test(node.value);
  if (node.type === 'link' || node.type === 'linkReference') {
    return node.children.length > 0 && node.children.every(isPicture);
  }
  return node.type === 'image' || node.type === 'imageReference';
}

function readPicture(node: MarkdownInline, article: ArticleSource): Block[] | undefined {
  if (!isPicture(node)) return undefined;
  switch (node.type) {
    case 'image':
      return readImage(node, article);
    case 'imageReference': {
      const url = article.definitions.get(node.identifier) ?? '';
      if (url === '') article.links.noteReference?.(sourceOf(node, article));
      return readImage({ type: 'image', url, alt: node.alt ?? null }, article);
    }
    case 'html':
      return readHtml(node.value, article);
    case 'link':
    case 'linkReference':
      return node.children.flatMap((child) => readPicture(child, article) ?? []);
    default:
      return undefined;
  }
}

/** Removes the line breaks between text and a picture. */
function trimmed(inlines: ReturnType<typeof readInlines>) {
  const trimmed = [...inlines];
  while (trimmed[0]?.type === 'break') trimmed.shift();
  while (trimmed.at(-1)?.type === 'break') trimmed.pop();
  const [first, last] = [trimmed[0], trimmed.at(-1)];
  if (first?.type === 'text') first.text = first.text.trimStart();
  if (last?.type === 'text') last.text = last.text.trimEnd();
  return trimmed;
}
