import {
  type Block,
  depths,
  isArticleLink,
  isImageUrl,
  type ListItem,
} from '../../src/contract/articleBody.ts';
import { limits } from '../../src/contract/limits.ts';
import { inlineText } from '../base/plainText.ts';
import { anchorOf, headingLink } from './anchor.ts';
import { alertHead, captionOf, toneOf } from './callouts.ts';
import type { LinkResolver } from './links.ts';
import type { MarkdownBlock, MarkdownRoot } from './markdown.ts';
import { readHtml } from './readHtml.ts';
import { type ArticleSource, readInlines, sourceOf } from './readInline.ts';
import { readParagraph } from './readParagraph.ts';
import { readDefinitions } from './references.ts';

/**
 * Converts Markdown to blocks by an allow-list. Other content is reduced to its text, or removed.
 */
export function readBlocks(root: MarkdownRoot, source: string, links = plainLinks): Block[] {
  const article = { source, definitions: readDefinitions(root), links, footnotes: [] };
  const blocks = readAll(root.children, article, depths.block);
  return nameHeadings([...blocks, ...readFootnotes(root, article)]);
}

/** Links of a single article that has no folder. */
const plainLinks: LinkResolver = {
  link: (url) => (url.startsWith('#') ? headingLink(url) : isArticleLink(url) ? url : undefined),
  image: (url) => (isImageUrl(url) ? url : undefined),
};

/** Returns the footnotes for the end of the article, under the numbers that refer to them. */
function readFootnotes(root: MarkdownRoot, article: ArticleSource): Block[] {
  const texts = new Map(
    root.children.flatMap((node): [string, ListItem][] =>
      node.type === 'footnoteDefinition'
        ? [[node.identifier, { checked: null, children: readAll(node.children, article, 1) }]]
        : [],
    ),
  );
  const items = article.footnotes.flatMap((label) => texts.get(label) ?? []);
  return items.length === 0
    ? []
    : [{ type: 'divider' }, { type: 'list', ordered: true, start: 1, items }];
}

function readAll(nodes: readonly MarkdownBlock[], article: ArticleSource, depth: number): Block[] {
  return nodes.flatMap((node) => readBlock(node, article, depth));
}

function readBlock(node: MarkdownBlock, article: ArticleSource, depth: number): Block[] {
  switch (node.type) {
    case 'heading':
      return [
        { type: 'heading', level: levelOf(node.depth), id: idOf(node), ...content(node, article) },
      ];
    case 'paragraph':
      return readParagraph(node, article);
    case 'thematicBreak':
      return [{ type: 'divider' }];
    case 'code':
      return [...captionOf(node), codeOf(node)];
    case 'html':
      return readHtml(node.value, article);
    case 'table': {
      const [header, ...rows] = node.children.map((row) =>
        row.children.map((cell) => readInlines(cell.children, article)),
      );
      return [{ type: 'table', align: node.align ?? [], header: header ?? [], rows }];
    }
    case 'list':
    case 'blockquote':
    case 'containerDirective':
      return depth === 0 ? flatten(node, article) : readNested(node, article, depth - 1);
    case 'leafDirective':
      return [{ type: 'paragraph', children: [{ type: 'text', text: sourceOf(node, article) }] }];
    default:
      return [];
  }
}

type Nested = Extract<MarkdownBlock, { type: 'list' | 'blockquote' | 'containerDirective' }>;

function readNested(node: Nested, article: ArticleSource, depth: number): Block[] {
  if (node.type === 'list') {
    const items = node.children.map(({ checked, children }) => ({
      checked: checked ?? null,
      children: readAll(children, article, depth),
    }));
    return [{ type: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items }];
  }
  if (node.type === 'blockquote') {
    const alert = readAlert(node, article, depth);
    return [alert ?? { type: 'quote', children: readAll(node.children, article, depth) }];
  }
  const tone = toneOf(node.name);
  const [first, ...rest] = node.children;
  const isTitled = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  const children = readAll(isTitled ? rest : node.children, article, depth);
  if (tone === undefined) return children;
  const title = isTitled ? inlineText(readInlines(first.children, article)) : null;
  return [{ type: 'callout', tone, title: title?.slice(0, limits.subject) ?? null, children }];
}

/**
 * Reads a quote that begins with `[!NOTE]`, as in GitHub's Markdown. A title can follow in the same
 * line.
 */
function readAlert(
  node: Extract<Nested, { type: 'blockquote' }>,
  article: ArticleSource,
  depth: number,
): Block | undefined {
  const [first, ...rest] = node.children;
  const [start, ...more] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || start?.type !== 'text') return undefined;
  const alert = alertHead(start.value);
  if (alert === undefined) return undefined;
  const text = start.value.slice(alert.length);
  const children = text === '' ? more : [{ ...start, value: text }, ...more];
  const content = children.length === 0 ? rest : [{ ...first, children }, ...rest];
  return {
    type: 'callout',
    tone: alert.tone,
    title: alert.title,
    children: readAll(content, article, depth),
  };
}

type Code = Extract<MarkdownBlock, { type: 'code' }>;

function codeOf({ lang, value }: Code): Block {
  const language = languageOf(lang);
  // Documentation of Rust hides these lines: they only make the code complete.
  const text = language === 'rust' ? value.replaceAll(/^[ \t]*#(?: .*)?(?:\n|$)/gm, '') : value;
  return { type: 'code', language, text };
}

/** Blocks that nest too deep are shown as source. */
function flatten(node: Nested, article: ArticleSource): Block[] {
  return [{ type: 'code', language: null, text: sourceOf(node, article) }];
}

function content(node: Extract<MarkdownBlock, { type: 'heading' }>, a: ArticleSource) {
  return { children: readInlines(node.children, a) };
}

/** Returns the id that the author gave to a heading. `plainLine` stores it in a comment. */
function idOf({ children }: Extract<MarkdownBlock, { type: 'heading' }>): string {
  const last = children.at(-1);
  const named = last?.type === 'html' ? /^<!--#(.*)-->$/.exec(last.value)?.[1] : undefined;
  return named === undefined ? '' : anchorOf(named);
}

function levelOf(depth: number): 2 | 3 | 4 {
  return depth <= 2 ? 2 : depth === 3 ? 3 : 4;
}

function languageOf(language: string | null | undefined): string | null {
  return /^[\w+#.-]{1,32}(?=[,{]|$)/.exec(language ?? '')?.[0] ?? null;
}

/**
 * Assigns ids to headings for `#…` links: letters and numbers of the text, and a number for
 * duplicates.
 */
function nameHeadings(blocks: Block[]): Block[] {
  const seen = new Map<string, number>();
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    const id = block.id || anchorOf(inlineText(block.children)) || 'section';
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    block.id = count === 1 ? id : `${id}-${count}`;
  }
  return blocks;
}
