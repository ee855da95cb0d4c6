import * as z from 'zod/mini';
import { type Block, Blocks } from '../../src/contract/articleBody.ts';
import { isSlug, isStorable, limits } from '../../src/contract/limits.ts';
import { profileOf, searchedText } from '../../src/relevance/profile.ts';
import { ArticleFault, type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { parseMarkdown } from './markdown.ts';
import { headingsOf, plainText } from './plainText.ts';
import { readBlocks } from './readBlocks.ts';

export interface ReadArticle extends Omit<FrontMatter, 'slug' | 'updated'> {
  slug: string;
  updated: Date | undefined;
  blocks: Block[];
  headings: string[];
  body: string;
  minutes: number;
  terms: string[];
  termFields: number[];
}

/** Plain text that is kept beside the tree. */
const keptText = searchedText;
const wordsAMinute = 200;
const unspacedAMinute = 400;

/**
 * An article from the source of its file, whose name is the slug where front matter has none.
 *
 * @throws ArticleFault
 */
export function readArticle(source: string, fileName: string, locale: string): ReadArticle {
  if (source.length > limits.article) {
    throw new ArticleFault(`It is longer than ${limits.article} characters.`, 1);
  }
  const unstorable = source.split('\n').findIndex((line) => !isStorable(line));
  if (unstorable >= 0) {
    throw new ArticleFault('It has characters that cannot be stored.', unstorable + 1);
  }
  const front = readFrontMatter(source);
  const slug = front.slug ?? fileName.toLowerCase().replaceAll(/[\s_]+/g, '-');
  if (!isSlug(slug)) {
    throw new ArticleFault(`"${slug}" is no slug. Name one in the front matter.`, 1);
  }
  const blocks = withoutTitle(parseBlocks(source), front.title);
  const bounds = z.safeParse(Blocks, blocks);
  if (!bounds.success) {
    throw new ArticleFault(`It is too large: ${bounds.error.issues[0]?.message}`, 1);
  }
  const headings = headingsOf(blocks);
  const text = plainText(blocks);
  const { title, tags, description } = front;
  const profile = profileOf({ title, tags, headings, description, text }, locale);
  return {
    ...front,
    slug,
    updated: front.updated === undefined ? undefined : new Date(front.updated),
    blocks,
    headings,
    body: text.slice(0, keptText).replace(/[\ud800-\udbff]$/, ''),
    minutes: minutesOf(text),
    terms: [...profile.keys()],
    termFields: [...profile.values()],
  };
}

function parseBlocks(source: string): Block[] {
  try {
    return readBlocks(parseMarkdown(source), source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ArticleFault('Its parts are nested too deep.', 1);
  }
}

/** A first heading that says the title again is left out. */
function withoutTitle(blocks: Block[], title: string): Block[] {
  const [first, ...rest] = blocks;
  const isTitle = first?.type === 'heading' && headingsOf([first])[0]?.trim() === title.trim();
  return isTitle ? rest : blocks;
}

function minutesOf(text: string): number {
  const unspaced = text.match(/[\u0e00-\u0e7f\u3041-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / wordsAMinute + unspaced / unspacedAMinute));
}
