import { Parser } from 'htmlparser2';
import { type Block, depths, type Inline } from '../../src/contract/articleBody.ts';
import { limits } from '../../src/contract/limits.ts';
import { inlineText } from '../base/plainText.ts';
import { withEmoji } from './emoji.ts';
import { parseMarkdown } from './markdown.ts';
import { type ArticleSource, readInlines } from './readInline.ts';

const skipped = new Set(['script', 'style', 'iframe', 'svg', 'object', 'template', 'noscript']);
const ends = new Set(['p', 'div', 'li', 'tr', 'ul', 'ol', 'table', 'section', 'figure', 'center']);
const headings = /^h[1-6]$/;
/** Maximum number of tags that are read in one block. */
const maxTags = 20_000;

/**
 * Converts the supported parts of HTML: paragraphs, headings, lists, rows, code, pictures, emphasis
 * and links. Everything else becomes its text, or is dropped.
 */
export function readHtml(html: string, article: ArticleSource): Block[] {
  const { links } = article;
  const blocks: Block[] = [];
  const open: Inline[][] = [[]];
  const marks: { name: string; url: string | undefined }[] = [];
  let skipping = 0;
  let tags = 0;
  let code: string | undefined;
  let prefix = '';

  const line = () => open.at(-1) ?? [];
  const closeMark = () => {
    const mark = marks.pop();
    const children = open.pop() ?? [];
    if (mark === undefined || children.length === 0) return;
    if (mark.name === 'a' && mark.url !== undefined) {
      line().push({ type: 'link', url: mark.url, children });
    } else if (/^(b|strong)$/.test(mark.name)) line().push({ type: 'strong', children });
    else if (/^(i|em)$/.test(mark.name)) line().push({ type: 'emphasis', children });
    else line().push(...children);
  };
  const endBlock = (level?: 2 | 3 | 4) => {
    while (marks.length > 0) closeMark();
    const children = trimmed(open.pop() ?? []);
    open.push([]);
    if (inlineText(children).trim() === '') return;
    if (level !== undefined) blocks.push({ type: 'heading', level, id: '', children });
    else if (prefix === '') blocks.push({ type: 'paragraph', children });
    else {
      blocks.push({ type: 'paragraph', children: [{ type: 'text', text: prefix }, ...children] });
    }
    prefix = '';
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      tags += 1;
      if (skipped.has(name)) skipping += 1;
      if (skipping > 0 || tags > maxTags) return;
      if (ends.has(name) || headings.test(name) || name === 'pre') endBlock();
      if (name === 'li') prefix = '• ';
      else if (name === 'br') line().push({ type: 'break' });
      else if (name === 'hr') blocks.push({ type: 'divider' });
      else if (name === 'pre') code = '';
      else if ((name === 'td' || name === 'th') && line().length > 0) {
        line().push({ type: 'text', text: ' · ' });
      } else if (name === 'img') {
        const image = imageOf(attributes, links);
        if (image === undefined) line().push({ type: 'text', text: attributes.alt ?? '' });
        else {
          endBlock();
          blocks.push(image);
        }
      } else if (/^(a|b|strong|i|em)$/.test(name) && marks.length < depths.inline - 1) {
        marks.push({ name, url: name === 'a' ? links.link(attributes.href ?? '') : undefined });
        open.push([]);
      }
    },
    ontext(text) {
      if (skipping > 0) return;
      if (code !== undefined) code += text;
      else if (text.trim() !== '' || line().length > 0) {
        line().push(...inlinesOf(text.replaceAll(/\s+/g, ' '), article));
      }
    },
    onclosetag(name) {
      if (skipped.has(name)) skipping -= 1;
      if (skipping > 0) return;
      if (name === 'pre' && code !== undefined) {
        blocks.push({ type: 'code', language: null, text: code.replace(/^\n|\n$/g, '') });
        code = undefined;
      } else if (headings.test(name)) endBlock(levelOf(name));
      else if (ends.has(name)) endBlock();
      else if (marks.at(-1)?.name === name) closeMark();
    },
  });
  parser.end(html);
  endBlock();
  return blocks;
}

/** Tools read Markdown in HTML, too: MDX everywhere, others in elements that are marked. */
const markdown = /\*\*\S|`[^`]+`|\]\([^)\s]+\)/;
const maxMarkdownLength = 5_000;

function inlinesOf(text: string, article: ArticleSource): Inline[] {
  const plain: Inline = { type: 'text', text: withEmoji(text) };
  if (!markdown.test(text) || text.length > maxMarkdownLength) return [plain];
  const [first, ...more] = parseMarkdown(text).children;
  if (first?.type !== 'paragraph' || more.length > 0) return [plain];
  const space = (at: RegExp): Inline[] => (at.test(text) ? [{ type: 'text', text: ' ' }] : []);
  return [
    ...space(/^ /),
    ...readInlines(first.children, { ...article, source: text }, depths.inline - 2),
    ...space(/ $/),
  ];
}

function levelOf(name: string): 2 | 3 | 4 {
  const depth = Number(name[1]);
  return depth <= 2 ? 2 : depth === 3 ? 3 : 4;
}

function imageOf(
  { src = '', alt = '', width = '', height = '' }: Readonly<Record<string, string>>,
  links: ArticleSource['links'],
): Block | undefined {
  const url = links.image(src);
  if (url === undefined || url.length > limits.url) return undefined;
  const edge = (value: string) => {
    const size = /^\d{1,4}$/.test(value) ? Number(value) : 0;
    return size > 0 ? size : null;
  };
  const shown = alt.slice(0, limits.customField);
  return { type: 'image', url, alt: shown, width: edge(width), height: edge(height) };
}

/** Removes spaces at both ends. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const trimmed = inlines.filter((one) => one.type !== 'text' || one.text !== '');
  const [first, last] = [trimmed[0], trimmed.at(-1)];
  if (first?.type === 'text') first.text = first.text.trimStart();
  if (last?.type === 'text') last.text = last.text.trimEnd();
  while (trimmed.at(-1)?.type === 'break') trimmed.pop();
  return trimmed;
}
