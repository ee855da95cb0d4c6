import { Parser } from 'htmlparser2';
import type { MailFile } from './inboundMail.ts';
import { pictureOf } from './inlinePicture.ts';
import { quoteMarkOf, restMark } from './quoteMarks.ts';
import { TextLines } from './textLines.ts';

const skipped = new Set([
  'style',
  'script',
  'head',
  'title',
  'template',
  'select',
  'svg',
  'object',
]);
const blocks = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form header li main nav ol section table tr ul'.split(
    ' ',
  ),
);
const spaced = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre']);
const hidden = /display\s*:\s*none/i;

interface Open {
  name: string;
  isQuote: boolean;
  isSkipped: boolean;
  href: string | undefined;
}

/**
 * Maximum depth of elements. No mail program nests so deep, and the parser's time grows with the
 * square of the depth.
 */
const maxElementDepth = 2_000;

class TooDeep extends Error {
  override readonly name = 'TooDeep';
}

export interface HtmlText {
  text: string;
  /** Pictures inside the HTML, as `data:` addresses. */
  pictures: MailFile[];
}

/**
 * Returns the text that a reader of the HTML sees, in linear time. Quoted lines begin with `> `. If
 * a mail program marks the previous mail, its first line gets a mark, which `splitMail` recognizes
 * and removes.
 */
export function textOfHtml(html: string): HtmlText {
  try {
    const read = readHtml(html);
    // An element that is never closed can hide all text after it.
    const isHidden = read.text === '' && read.pictures.length === 0;
    return isHidden ? { text: withoutTags(html), pictures: [] } : read;
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { text: withoutTags(html), pictures: [] };
  }
}

function withoutTags(html: string): string {
  const shown = html.replaceAll(/<(style|script|title)\b[^>]*>[^<]*(<\/\1\s*>|$)/gi, ' ');
  return shown
    .replaceAll(/<!--[^<]*-->|<[^<>]*>/g, ' ')
    .replaceAll(/&nbsp;|&#160;|\s+/g, ' ')
    .trim();
}

function readHtml(html: string): HtmlText {
  const lines = new TextLines();
  const pictures: MailFile[] = [];
  const open: Open[] = [];
  let skipping = 0;
  let preformatted = 0;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const isSkipped = skipped.has(name) || hidden.test(attributes.style ?? '');
        if (isSkipped) skipping += 1;
        const mark = skipping > 0 ? undefined : quoteMarkOf(name, attributes);
        const isQuote = name === 'blockquote' || (mark !== undefined && mark !== restMark);
        const href = name === 'a' ? attributes.href : undefined;
        open.push({ name, isQuote, isSkipped, href });
        if (open.length > maxElementDepth) throw new TooDeep();
        if (skipping > 0) return;
        if (name === 'br') lines.breakLine();
        else if (name === 'img') lines.add(pictureOf(attributes, pictures));
        else if (name === 'hr') lines.addLine('---');
        else if (spaced.has(name)) lines.endParagraph();
        else if (blocks.has(name)) lines.endLine();
        else if (name === 'td' || name === 'th') lines.add(' ');
        if (name === 'li') lines.add('- ');
        if (name === 'a') lines.startLink();
        if (name === 'pre') preformatted += 1;
        if (isQuote) lines.quote(1);
        if (mark !== undefined) lines.addLine(mark);
      },
      ontext(text) {
        if (skipping > 0) return;
        if (preformatted > 0) lines.addPreformatted(text);
        else lines.add(text);
      },
      onclosetag() {
        const closed = open.pop();
        if (closed === undefined) return;
        const { name, isQuote, isSkipped, href } = closed;
        if (skipping === 0) {
          if (name === 'pre') preformatted -= 1;
          if (href !== undefined) lines.endLink(href);
          if (isQuote) lines.quote(-1);
          if (spaced.has(name)) lines.endParagraph();
          else if (blocks.has(name)) lines.endLine();
        }
        if (isSkipped) skipping -= 1;
      },
    },
    { lowerCaseTags: true, decodeEntities: true },
  );
  parser.end(html);
  return { text: lines.text(), pictures };
}
