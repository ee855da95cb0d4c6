import { isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { isSlug, limits } from '../../src/contract/limits.ts';
import { requiredText, text } from '../../src/contract/text.ts';

/** Why a file is not an article, and in which line. */
export class ArticleFault extends Error {
  override readonly name = 'ArticleFault';
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

const slug = text(limits.id).check(
  z.refine(isSlug, { error: 'Must be small letters, numbers and single hyphens.' }),
);
const date = z
  .union([z.string(), z.date()], { error: 'Must be a date, such as 2026-05-04.' })
  .check(
    z.refine((value) => !Number.isNaN(new Date(value).getTime()), {
      error: 'Must be a date, such as 2026-05-04.',
    }),
  );

const FrontMatter = z.strictObject({
  title: requiredText(limits.subject),
  slug: z.optional(slug),
  description: z._default(text(limits.contextLine), ''),
  category: z._default(requiredText(limits.category), 'general'),
  tags: z._default(z.array(text(limits.category)).check(z.maxLength(30)), []),
  related: z._default(z.array(slug).check(z.maxLength(20)), []),
  updated: z.optional(date),
  published: z._default(z.boolean({ error: 'Must be true or false.' }), true),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/**
 * What stands between the `---` lines at the top of an article.
 *
 * @throws ArticleFault with the line of the file
 */
export function readFrontMatter(source: string): FrontMatter {
  const yaml = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n|)---[ \t]*(?:\r?\n|$)/.exec(source)?.[1];
  if (yaml === undefined) {
    throw new ArticleFault('It must begin with front matter between two lines of "---".', 1);
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  const [error] = document.errors;
  // The first line of the file is the `---`.
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + 1;
  if (error !== undefined) throw new ArticleFault(firstLine(error.message), lineAt(error.pos[0]));
  const result = z.safeParse(FrontMatter, readData(document, lineAt));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue?.path.filter((step) => typeof step !== 'symbol') ?? [];
  const node = document.getIn(path, true);
  const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  throw new ArticleFault(`${path.join('.')} ${issue?.message}`.trim(), lineAt(offset));
}

/** Aliases that multiply without end are refused here. */
function readData(
  document: ReturnType<typeof parseDocument>,
  lineAt: (offset: number) => number,
): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    throw new ArticleFault(error instanceof Error ? error.message : String(error), lineAt(0));
  }
}

function firstLine(message: string): string {
  return message.split('\n')[0]?.replace(/ at line \d+.*$/, '.') ?? message;
}
