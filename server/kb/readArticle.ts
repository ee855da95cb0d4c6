import * as z from 'zod/mini';
import { type Block, Blocks } from '../../src/contract/articleBody.ts';
import { isStorable, limits } from '../../src/contract/limits.ts';
import { readableName } from '../../src/contract/readableName.ts';
import { maxSearchedLength, profileOf } from '../../src/relevance/profile.ts';
import { headingsOf, plainText } from '../base/plainText.ts';
import { ArticleFault } from './articleFault.ts';
import { plainMarkdown } from './dialects.ts';
import { withEmoji } from './emoji.ts';
import type { FolderArticle } from './folder.ts';
import type { LinkResolver } from './links.ts';
import { parseMarkdown } from './markdown.ts';
import { isNestedTooDeep } from './nesting.ts';
import { readBlocks } from './readBlocks.ts';

/** A file with its front matter already read. */
export type SourceArticle = Pick<
  FolderArticle,
  'source' | 'content' | 'front' | 'locale' | 'name' | 'navTitle'
>;

export interface ReadArticle {
  title: string;
  description: string;
  blocks: Block[];
  headings: string[];
  body: string;
  minutes: number;
  terms: string[];
  termFields: number[];
}

const wordsPerMinute = 200;
const unspacedCharactersPerMinute = 400;

/** A parsed article without resolved links. */
export interface ParsedArticle {
  /** The first heading of level 1. Blocks do not have this level. */
  mainHeading: string | undefined;
  /** Returns the blocks with resolved links. @throws ArticleFault */
  blocks(links?: LinkResolver): Block[];
}

/** Reads an article from its file. @throws ArticleFault */
export function readArticle(file: SourceArticle, links?: LinkResolver): ReadArticle {
  const parsed = parseArticle(file);
  return articleOf({ ...file, ...parsed }, parsed.blocks(links));
}

/** Parses an article, for `articleOf`. @throws ArticleFault */
export function parseArticle(
  { source, content }: SourceArticle,
  timeoutMs?: number,
): ParsedArticle {
  const unstorable = source.split('\n').findIndex((line) => !isStorable(line));
  if (unstorable >= 0) {
    throw new ArticleFault('The article has characters that cannot be stored.', unstorable + 1);
  }
  const markdown = plainMarkdown(content);
  const tooDeep = new ArticleFault('Its parts are nested too deep.', 1);
  if (isNestedTooDeep(markdown)) throw tooDeep;
  const within = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      throw error instanceof RangeError ? tooDeep : error;
    }
  };
  const root = within(() => parseMarkdown(markdown, timeoutMs));
  const main = root.children.find((node) => node.type === 'heading' && node.depth === 1);
  return {
    blocks: (links) => within(() => readBlocks(root, markdown, links)),
    mainHeading:
      main && within(() => headingsOf(readBlocks({ ...root, children: [main] }, markdown))[0]),
  };
}

/**
 * Returns the article of blocks. The title is that of the front matter, or else the first heading,
 * the title in a tool's navigation, or the file's name.
 *
 * @throws ArticleFault
 */
export function articleOf(
  file: Pick<SourceArticle, 'front' | 'locale' | 'name' | 'navTitle'> &
    Pick<ParsedArticle, 'mainHeading'>,
  read: Block[],
): ReadArticle {
  const { front, locale, mainHeading } = file;
  const title = withEmoji(
    front.title ?? titleIn(read, mainHeading) ?? file.navTitle ?? titleOf(file.name),
  );
  const { tags } = front;
  const description = withEmoji(front.description ?? '');
  const written = withoutTitle(read, title, mainHeading);
  const blocks = written.length > 0 || description === '' ? written : [paragraphOf(description)];
  const bounds = z.safeParse(Blocks, blocks);
  if (!bounds.success) {
    throw new ArticleFault(`The article is too large: ${bounds.error.issues[0]?.message}`, 1);
  }
  const headings = headingsOf(blocks);
  const text = plainText(blocks);
  const profile = profileOf({ title, tags, headings, description, text }, locale);
  return {
    title,
    description,
    blocks,
    headings,
    body: text.slice(0, maxSearchedLength).replace(/[\ud800-\udbff]$/, ''),
    minutes: minutesOf(text),
    terms: [...profile.keys()],
    termFields: [...profile.values()],
  };
}

/** Pages of folders often have only a description. */
function paragraphOf(text: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', text }] };
}

/**
 * Returns the first heading, if only pictures come before it. Otherwise returns the main heading: a
 * link to other languages or back is often above it.
 */
function titleIn(blocks: readonly Block[], mainHeading = ''): string | undefined {
  const first = blocks.find(({ type }) => type !== 'image' && type !== 'divider');
  const [text = ''] = first?.type === 'heading' ? headingsOf([first]) : [mainHeading];
  return text.trim().slice(0, limits.subject) || undefined;
}

/** Turns `set-up_spf` into `Set up spf`. */
function titleOf(name: string): string {
  const words = name.replaceAll(/[-_\s]+/g, ' ').trim() || 'Untitled';
  return readableName(words).slice(0, limits.subject);
}

/** Removes the first heading if it repeats the title, and is the first block or the main heading. */
function withoutTitle(blocks: Block[], title: string, mainHeading = ''): Block[] {
  const at = blocks.findIndex(({ type }) => type === 'heading');
  const text = headingsOf(blocks.slice(at, at + 1))[0]?.trim();
  const isTitle = text === title.trim() && (at === 0 || text === mainHeading.trim());
  return isTitle ? blocks.toSpliced(at, 1) : blocks;
}

function minutesOf(text: string): number {
  const unspaced = text.match(/[\u0e00-\u0e7f\u3041-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / wordsPerMinute + unspaced / unspacedCharactersPerMinute));
}
