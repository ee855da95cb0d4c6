import { type Block, type Inline, readMarkdown, safeAddress } from '../../src/contract/index.ts';
import { make } from './make.ts';

/** The Markdown of a message as elements, as the widget shows it to the customer. */
export const drawMarkdown = (text: string): Node[] => readMarkdown(text).flatMap(drawBlock);

function drawBlock(block: Block): Node[] {
  switch (block.type) {
    case 'paragraph':
      return [make('p', { dir: 'auto' }, ...block.children.map(drawInline))];
    case 'quote':
      return [make('blockquote', {}, ...block.children.flatMap(drawBlock))];
    case 'code':
      return [make('pre', { dir: 'ltr' }, block.text)];
    case 'list': {
      const items = block.items.map(({ children }) =>
        make('li', {}, ...children.flatMap(drawBlock)),
      );
      return block.ordered
        ? [make('ol', { start: block.start }, ...items)]
        : [make('ul', {}, ...items)];
    }
    default:
      return [];
  }
}

function drawInline(part: Inline): Node | string {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'code':
      return make('code', { dir: 'ltr' }, part.text);
    case 'break':
      return make('br', {});
    case 'link': {
      const href = safeAddress(part.url);
      const words = part.children.map(drawInline);
      return href
        ? make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...words)
        : make('span', { title: part.url }, ...words);
    }
    default:
      return make('strong', {}, ...part.children.map(drawInline));
  }
}
