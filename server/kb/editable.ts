import type { Block } from '../../src/contract/articleBody.ts';
import { ArticleFault } from './articleFault.ts';
import { readFrontMatter } from './frontMatter.ts';
import { blocksMarkdown } from './help/blocksMarkdown.ts';

interface StoredText {
  title: string;
  /** The imported file; empty for an article that was written through the API. */
  path: string;
  source: string;
  blocks: readonly Block[];
}

const asStored = { articleUrl: (slug: string) => slug, basePath: '', isSource: true };

/**
 * Returns the Markdown of an article for editing, without front matter and title. Links and
 * pictures in a file refer to other files, so the text of an imported article is generated from its
 * stored blocks.
 */
export function editableMarkdown({ title, path, source, blocks }: StoredText): string {
  const own = path === '' ? contentOf(source) : undefined;
  return own === undefined ? blocksMarkdown(blocks, asStored) : withoutTitle(own, title);
}

/**
 * Returns undefined if an earlier version of the server could read the source and this one cannot.
 */
function contentOf(source: string): string | undefined {
  try {
    return readFrontMatter(source).content;
  } catch (error) {
    if (error instanceof ArticleFault) return undefined;
    throw error;
  }
}

/** Removes a first heading that repeats the title, because it would not change with the title. */
function withoutTitle(content: string, title: string): string {
  const [head, words = ''] = /^\s*#{1,6}[ \t]+([^\n]*?)[ \t]*#*[ \t]*(?:\n+|$)/.exec(content) ?? [];
  return head !== undefined && words.trim() === title.trim() ? content.slice(head.length) : content;
}
