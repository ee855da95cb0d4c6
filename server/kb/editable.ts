import type { Block } from '../../src/contract/articleBody.ts';
import { ArticleFault, readFrontMatter } from './frontMatter.ts';
import { blocksMarkdown } from './help/blocksMarkdown.ts';

interface StoredText {
  title: string;
  /** File that it was imported from; empty for one that was written by the API. */
  path: string;
  source: string;
  blocks: readonly Block[];
}

const asStored = { articleUrl: (slug: string) => slug, basePath: '', isSource: true };

/**
 * The Markdown of an article as it is edited, without front matter and title. Links and pictures of a file
 * lead to other files, so that its text is made of what was stored.
 */
export function editableMarkdown({ title, path, source, blocks }: StoredText): string {
  const own = path === '' ? contentOf(source) : undefined;
  return own === undefined ? blocksMarkdown(blocks, asStored) : withoutTitle(own, title);
}

/** Undefined for what an earlier version of the server could read, and this one cannot. */
function contentOf(source: string): string | undefined {
  try {
    return readFrontMatter(source).content;
  } catch (error) {
    if (error instanceof ArticleFault) return undefined;
    throw error;
  }
}

/** A first heading that says the title would stay as it is when the title is changed. */
function withoutTitle(content: string, title: string): string {
  const [head, words = ''] = /^\s*#{1,6}[ \t]+([^\n]*?)[ \t]*#*[ \t]*(?:\n+|$)/.exec(content) ?? [];
  return head !== undefined && words.trim() === title.trim() ? content.slice(head.length) : content;
}
