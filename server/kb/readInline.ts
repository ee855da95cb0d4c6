import { depths, type Inline } from '../../src/contract/articleBody.ts';
import { limits } from '../../src/contract/limits.ts';
import { withEmoji } from './emoji.ts';
import type { LinkResolver } from './links.ts';
import type { MarkdownInline } from './markdown.ts';

/** The context of an element of an article. */
export interface ArticleSource {
  source: string;
  /** Targets of `[text][label]`. */
  definitions: ReadonlyMap<string, string>;
  /** Resolves links and pictures. Returns undefined for a broken one. */
  links: LinkResolver;
  /** Labels of footnotes in the order of their first reference. */
  footnotes: string[];
}

/**
 * Converts text with emphasis, code and links by an allow-list. HTML is removed. Unsafe links and
 * content that nests too deep are reduced to their text.
 */
export function readInlines(
  nodes: readonly MarkdownInline[],
  article: ArticleSource,
  depth: number = depths.inline,
): Inline[] {
  const inlines: Inline[] = [];
  for (const inline of nodes.flatMap((node) => readInline(node, article, depth))) {
    const last = inlines.at(-1);
    if (inline.type === 'text' && last?.type === 'text') last.text += inline.text;
    else inlines.push(inline);
  }
  for (const inline of inlines) if (inline.type === 'text') inline.text = withEmoji(inline.text);
  return inlines;
}

function readInline(node: MarkdownInline, article: ArticleSource, depth: number): Inline[] {
  if (depth === 0 && 'children' in node) return [{ type: 'text', text: textOf(node) }];
  switch (node.type) {
    case 'text':
      return [{ type: 'text', text: node.value.replaceAll(/\s+/g, ' ') }];
    case 'inlineCode':
      return [{ type: 'code', text: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'html':
      return readTag(node.value);
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: readInlines(node.children, article, depth - 1) }];
    case 'link':
      return readLink(node.url, node.children, article, depth);
    case 'linkReference':
      return readReference(node, article, depth);
    case 'image':
    case 'imageReference':
      return [{ type: 'text', text: node.alt ?? '' }];
    case 'delete':
      return readInlines(node.children, article, depth);
    case 'footnoteReference':
      return [{ type: 'text', text: `[${footnoteNumber(node.identifier, article)}]` }];
    case 'textDirective':
      // Text such as `12:30` or `include:host` is not a directive.
      return [{ type: 'text', text: sourceOf(node, article) }];
    default:
      return [];
  }
}

/** Keeps only line breaks and alternative texts of pictures from inline HTML. */
function readTag(tag: string): Inline[] {
  if (/^<br\s*\/?>$/i.test(tag)) return [{ type: 'break' }];
  const alt = /^<img\s[^>]*?\balt=(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  return alt === null ? [] : [{ type: 'text', text: alt[1] ?? alt[2] ?? '' }];
}

function readLink(
  address: string,
  nodes: readonly MarkdownInline[],
  article: ArticleSource,
  depth: number,
): Inline[] {
  const url = article.links.link(address);
  if (url === undefined || url.length > limits.url) return readInlines(nodes, article, depth);
  return [{ type: 'link', url, children: readInlines(nodes, article, depth - 1) }];
}

/**
 * Reads `[text][label]`. Without a definition, the text is kept. `[text]` alone is text in brackets
 * then, and so is the index in `names[i][0]`.
 */
function readReference(
  node: Extract<MarkdownInline, { type: 'linkReference' }>,
  article: ArticleSource,
  depth: number,
): Inline[] {
  const url = article.definitions.get(node.identifier);
  if (url !== undefined) return readLink(url, node.children, article, depth);
  const text = readInlines(node.children, article, depth);
  const start = node.position?.start.offset ?? 0;
  const written = sourceOf(node, article);
  const isIndex = /[\w)\]]/.test(article.source[start - 1] ?? '') || /^\[\d+\]/.test(written);
  if (node.referenceType !== 'shortcut' && !isIndex) {
    article.links.noteReference?.(written);
    return text;
  }
  const label = node.referenceType === 'full' ? `][${node.label ?? ''}]` : ']';
  const end = node.referenceType === 'collapsed' ? '][]' : label;
  return [{ type: 'text', text: '[' }, ...text, { type: 'text', text: end }];
}

export function footnoteNumber(label: string, { footnotes }: ArticleSource): number {
  const known = footnotes.indexOf(label);
  return known >= 0 ? known + 1 : footnotes.push(label);
}

/** Returns the original source of an element. */
export function sourceOf(
  node: {
    position?:
      | { start: { offset?: number | undefined }; end: { offset?: number | undefined } }
      | undefined;
  },
  { source }: ArticleSource,
): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** Returns the text of an element without recursion, because malicious articles can nest deep. */
function textOf(node: MarkdownInline): string {
  const texts: string[] = [];
  const open: MarkdownInline[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode') texts.push(next.value);
    else if ('children' in next) open.push(...next.children.toReversed());
  }
  return texts.join('');
}
