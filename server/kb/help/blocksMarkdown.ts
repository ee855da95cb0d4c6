import type { Block, Inline, ListItem } from '../../../src/contract/articleBody.ts';
import { isPicture } from '../../../src/contract/limits.ts';
import { type PageLinks, pageAddress } from './blocksHtml.ts';

const rules = { left: ':---', center: ':---:', right: '---:', none: '---' } as const;

/** Returns article blocks as Markdown (GFM), for programs that read it. */
export function blocksMarkdown(blocks: readonly Block[], links: PageLinks): string {
  return blocks.map((block) => blockMarkdown(block, links)).join('\n\n');
}

function blockMarkdown(block: Block, links: PageLinks): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${text(block.children, links)}`;
    case 'paragraph':
      return text(block.children, links);
    case 'list':
      return block.items
        .map((item, index) => {
          const marker = block.ordered ? `${block.start + index}. ` : '- ';
          return marker + indented(itemMarkdown(item, links), ' '.repeat(marker.length));
        })
        .join('\n');
    case 'table': {
      const row = (cells: readonly Inline[][]) =>
        `| ${cells.map((cell) => text(cell, links)).join(' | ')} |`;
      const rule = `|${block.header.map((_, at) => ` ${rules[block.align[at] ?? 'none']} |`).join('')}`;
      return [row(block.header), rule, ...block.rows.map(row)].join('\n');
    }
    case 'code': {
      const fence = '`'.repeat(Math.max(3, longestRun(block.text) + 1));
      return `${fence}${block.language ?? ''}\n${block.text}\n${fence}`;
    }
    case 'quote':
      return quoted(blocksMarkdown(block.children, links));
    case 'callout': {
      const head = `[!${block.tone.toUpperCase()}] ${escaped(block.title ?? '')}`.trim();
      return quoted(`${head}\n${blocksMarkdown(block.children, links)}`);
    }
    case 'image': {
      const { url, width, height } = block;
      const size = width === null || height === null ? '' : ` "${width}x${height}"`;
      return `![${escaped(block.alt)}](${isPicture(url) ? links.basePath + url : url}${size})`;
    }
    case 'divider':
      return '---';
  }
}

function itemMarkdown({ checked, children }: ListItem, links: PageLinks): string {
  const mark = checked === null ? '' : checked ? '[x] ' : '[ ] ';
  return mark + blocksMarkdown(children, links);
}

function text(parts: readonly Inline[], links: PageLinks): string {
  return parts.map((part) => inline(part, links)).join('');
}

function inline(part: Inline, links: PageLinks): string {
  switch (part.type) {
    case 'text':
      return escaped(part.text);
    case 'code': {
      const ticks = '`'.repeat(longestRun(part.text) + 1);
      const space = /^`|`$/.test(part.text) ? ' ' : '';
      return ticks + space + part.text + space + ticks;
    }
    case 'break':
      return '\\\n';
    case 'strong':
      return `**${text(part.children, links)}**`;
    case 'emphasis':
      return `*${text(part.children, links)}*`;
    case 'link': {
      const address = links.isSource ? part.url : pageAddress(part.url, links);
      const inner = text(part.children, links);
      return address === undefined ? inner : `[${inner}](<${address}>)`;
    }
  }
}

/** Escapes characters that Markdown would interpret. */
function escaped(plain: string): string {
  return plain.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}

const indented = (lines: string, by: string) => lines.replaceAll(/\n(?=.)/g, `\n${by}`);
const quoted = (lines: string) => lines.replaceAll(/^/gm, '> ');

/** Returns the length of the longest run of backticks. */
function longestRun(code: string): number {
  return Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
}
