import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parsingBounds } from './parsingBounds.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();

export type MarkdownRoot = ReturnType<typeof processor.parse>;
export type MarkdownBlock = MarkdownRoot['children'][number];
export type MarkdownInline = Extract<MarkdownBlock, { type: 'paragraph' }>['children'][number];

/**
 * Parses Markdown with tables, task lists, front matter and `:::note` directives.
 *
 * @throws ArticleFault if it takes longer than the timeout
 */
export function parseMarkdown(source: string, timeoutMs = 5_000): MarkdownRoot {
  return processor().use(parsingBounds, timeoutMs).parse(source);
}
