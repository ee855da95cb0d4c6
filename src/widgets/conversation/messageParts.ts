import type { Block, Inline } from '../../contract/articleBody.ts';

/** A part of a message: an article to show as a card, or text. */
export type MessagePart =
  | { type: 'card'; slug: string; title: string }
  | { type: 'text'; blocks: readonly Block[] };

/** Returns the slug of the article at an address, or undefined for any other address. */
export type SlugOf = (url: string) => string | undefined;

/** Separates the articles that are alone on a line of a message from its text. */
export function messageParts(blocks: readonly Block[], slugOf: SlugOf): MessagePart[] {
  return blocks.flatMap((block): MessagePart[] => {
    if (block.type !== 'paragraph') return [{ type: 'text', blocks: [block] }];
    const parts: MessagePart[] = [];
    let text: Inline[] = [];
    const endText = () => {
      if (text.length > 0) {
        parts.push({ type: 'text', blocks: [{ type: 'paragraph', children: text }] });
      }
      text = [];
    };
    for (const line of linesOf(block.children)) {
      const card = cardOf(line, slugOf);
      if (card) {
        endText();
        parts.push(card);
      } else {
        text = text.length > 0 ? [...text, { type: 'break' }, ...line] : line;
      }
    }
    endText();
    return parts;
  });
}

function linesOf(children: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const part of children) {
    if (part.type === 'break') lines.push([]);
    else lines.at(-1)?.push(part);
  }
  return lines;
}

function cardOf(line: readonly Inline[], slugOf: SlugOf): MessagePart | undefined {
  const [link, ...more] = line.filter((part) => part.type !== 'text' || part.text.trim() !== '');
  if (link?.type !== 'link' || more.length > 0) return undefined;
  const slug = slugOf(link.url);
  const title = link.children.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return slug === undefined ? undefined : { type: 'card', slug, title };
}
