import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parsingBounds } from './parsingBounds.ts';
import { undefinedReferences } from './references.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkDirective)
  .freeze();

export type MarkdownRoot = ReturnType<typeof processor.parse>;
export type MarkdownBlock = MarkdownRoot['children'][number];
export type MarkdownInline = Extract<MarkdownBlock, { type: 'paragraph' }>['children'][number];

/**
 * Parses Markdown with tables, task lists, front matter and `:::note` directives. Marks of emphasis
 * work beside Chinese and Japanese text, too. References can have labels without a definition.
 *
 * @throws ArticleFault if it takes longer than the timeout
 */
export function parseMarkdown(source: string, timeoutMs = 5_000): MarkdownRoot {
  return processor().use(parsingBounds, timeoutMs).use(undefinedReferences, source).parse(source);
}
