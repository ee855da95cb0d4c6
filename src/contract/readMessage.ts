import type { Block, Inline } from './articleBody.ts';

const fence = /^\s{0,3}```/;
const quoted = /^\s{0,3}>\s?/;
const listed = /^\s{0,3}(?:[-*•]|(\d{1,9})[.)])\s+/;
const maxQuoteDepth = 4;

/**
 * Parses the Markdown that people write in replies: lists, quotes, code blocks, and the elements of
 * `readInline`. Everything else stays unchanged, line by line.
 */
export function readMarkdown(text: string, depth = 0): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let at = 0;
  /** Removes and returns the lines before the first one for which `isOver` returns true. */
  function takeUntil(isOver: (line: string) => boolean): string[] {
    const from = at;
    while (at < lines.length && !isOver(lines[at] ?? '')) at++;
    return lines.slice(from, at);
  }
  const isQuote = (line: string) => depth < maxQuoteDepth && quoted.test(line);
  const isSpecial = (line: string) => fence.test(line) || isQuote(line) || listed.test(line);

  while (at < lines.length) {
    const line = lines[at] ?? '';
    const number = listed.exec(line)?.[1];
    if (line.trim() === '') {
      at++;
    } else if (fence.test(line)) {
      at++;
      blocks.push({
        type: 'code',
        language: null,
        text: takeUntil((one) => fence.test(one)).join('\n'),
      });
      at++;
    } else if (isQuote(line)) {
      const inner = takeUntil((one) => !isQuote(one)).map((one) => one.replace(quoted, ''));
      blocks.push({ type: 'quote', children: readMarkdown(inner.join('\n'), depth + 1) });
    } else if (listed.test(line)) {
      const isOther = (one: string) =>
        !listed.test(one) || !listed.exec(one)?.[1] === Boolean(number);
      blocks.push({
        type: 'list',
        ordered: number !== undefined,
        start: Number(number ?? 1),
        items: takeUntil(isOther).map((one) => ({
          checked: null,
          children: [paragraph([one.replace(listed, '')])],
        })),
      });
    } else {
      blocks.push(paragraph(takeUntil((one) => one.trim() === '' || isSpecial(one))));
    }
  }
  return blocks;
}

/** Parses text in which only addresses are interpreted. */
export function readPlain(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(part.split('\n'), links));
}

const links = /https?:\/\/[^\s<>"`]+/g;
const markdown =
  /`(?<code>[^`\n]+)`|\*\*(?<strong>[^*\n]+)\*\*|\[(?<label>[^[\]\n]+)\]\((?<url>[^()\s]+)\)|https?:\/\/[^\s<>"`*]+/g;

function paragraph(lines: readonly string[], marks = markdown): Block {
  const children = lines.flatMap((line, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...readInline(line, marks),
  ]);
  return { type: 'paragraph', children };
}

/** Parses code, bold text, links with a text, and bare addresses. */
function readInline(text: string, marks: RegExp): Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  const addText = (until: number) => {
    if (until > from) parts.push({ type: 'text', text: text.slice(from, until) });
  };
  for (const { 0: whole, index, groups: { code, strong, label, url } = {} } of text.matchAll(
    marks,
  )) {
    addText(index);
    from = index + whole.length;
    if (code) {
      parts.push({ type: 'code', text: code });
    } else if (strong) {
      parts.push({ type: 'strong', children: readInline(strong, marks) });
    } else if (label && url) {
      parts.push({ type: 'link', url, children: [{ type: 'text', text: label }] });
    } else {
      const address = withoutEnd(whole);
      parts.push({ type: 'link', url: address, children: [{ type: 'text', text: address }] });
      from = index + address.length;
    }
  }
  addText(text.length);
  return parts;
}

/** Returns an address without the punctuation of the sentence around it. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (/[.,;:!?'")\]}]/.test(address[end - 1] ?? '')) {
    if (address[end - 1] === ')' && address.lastIndexOf('(', end) > 0) break;
    end--;
  }
  return address.slice(0, end);
}
