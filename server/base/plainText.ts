import type { Block, Inline } from '../../src/contract/articleBody.ts';

export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) =>
      inline.type === 'break' ? ' ' : 'text' in inline ? inline.text : inlineText(inline.children),
    )
    .join('');
}

/**
 * Returns the text of an article without headings, with one line for each paragraph, item, row or
 * line of code.
 */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter(Boolean).join('\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'divider':
      return '';
    case 'paragraph':
      return inlineText(block.children);
    case 'list':
      return block.items.map(({ children }) => plainText(children)).join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(inlineText).join(' · ')).join('\n');
    case 'code':
      return block.text;
    case 'quote':
      return plainText(block.children);
    case 'callout':
      return [block.title ?? '', plainText(block.children)].filter(Boolean).join('\n');
    case 'image':
      return block.alt;
  }
}

/** Returns the texts of all top-level headings, which outline the article. */
export function headingsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.type === 'heading' ? inlineText(block.children) : []));
}
