import * as z from 'zod/mini';
import { isPicture, isSafeUrl, limits } from './limits.ts';
import { text } from './text.ts';

/** Text within a block. `link.url` can be `article:slug` or `article:slug#heading`. */
export type Inline =
  | { type: 'text' | 'code'; text: string }
  | { type: 'break' }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] };

export interface ListItem {
  /** State of a task list item. */
  checked: boolean | null;
  children: Block[];
}

/** A block of an article. `heading.id` is the target of `#…` in a link. */
export type Block =
  | { type: 'heading'; level: 2 | 3 | 4; id: string; children: Inline[] }
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: ListItem[] }
  | { type: 'table'; align: (Align | null)[]; header: Inline[][]; rows: Inline[][][] }
  | { type: 'code'; language: string | null; text: string }
  | { type: 'quote'; children: Block[] }
  | { type: 'callout'; tone: Tone; title: string | null; children: Block[] }
  | { type: 'image'; url: string; alt: string; width: number | null; height: number | null }
  | { type: 'divider' };

export const Tone = z.enum(['note', 'tip', 'warning', 'danger']);
export type Tone = z.infer<typeof Tone>;
const Align = z.enum(['left', 'center', 'right']);
export type Align = z.infer<typeof Align>;

/** Maximum nesting of blocks and text. Whoever creates the tree must flatten deeper levels. */
export const depths = { block: 5, inline: 4 } as const;

const articleLink = /^article:[a-z0-9]+(-[a-z0-9]+)*(#[\p{L}\p{N}-]+)?$/u;
/**
 * A path from the root of the knowledge base, or a heading of the same article, but not `//host`.
 */
const localLink = /^(#[\p{L}\p{N}-]+|\/(?![/\\])[^\s\\]*)$/u;

/**
 * Path of pictures in imported articles, relative to the base URL. The addresses cannot be guessed
 * and do not expire.
 */
export const picturePath = 'support/kb/pictures/{id}';
/**
 * True for an allowed link target in articles: http, https, mailto, tel, another article, or a
 * local path.
 */
export function isArticleLink(url: string): boolean {
  return articleLink.test(url) || localLink.test(url) || isSafeUrl(url);
}

export function isImageUrl(url: string): boolean {
  if (isPicture(url)) return true;
  return (isSafeUrl(url) && /^https?:/i.test(url)) || (localLink.test(url) && url.startsWith('/'));
}

/** Addresses are validated when a link is rendered, so that a wrong one only affects that link. */
const address = z.string();
const longText = text(limits.article);

function list<T>(item: z.ZodMiniType<T>) {
  return z.array(item).check(z.maxLength(limits.articleBlocks));
}

const leaves = [
  z.object({ type: z.enum(['text', 'code']), text: longText }),
  z.object({ type: z.literal('break') }),
] as const;

function inlineOf(depth: number): z.ZodMiniType<Inline> {
  if (depth === 0) return z.discriminatedUnion('type', leaves);
  const children = list(inlineOf(depth - 1));
  return z.discriminatedUnion('type', [
    ...leaves,
    z.object({ type: z.enum(['strong', 'emphasis']), children }),
    z.object({ type: z.literal('link'), url: address, children }),
  ]);
}

const inlines = list(inlineOf(depths.inline));
const size = z.nullable(z.int().check(z.gte(1), z.lte(20_000)));
const flatBlocks = [
  z.object({
    type: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    id: text(limits.subject),
    children: inlines,
  }),
  z.object({ type: z.literal('paragraph'), children: inlines }),
  z.object({
    type: z.literal('table'),
    align: list(z.nullable(Align)),
    header: list(inlines),
    rows: list(list(inlines)),
  }),
  z.object({ type: z.literal('code'), language: z.nullable(text(limits.tier)), text: longText }),
  z.object({
    type: z.literal('image'),
    url: address,
    alt: text(limits.customField),
    width: size,
    height: size,
  }),
  z.object({ type: z.literal('divider') }),
] as const;

function blockOf(depth: number): z.ZodMiniType<Block> {
  if (depth === 0) return z.discriminatedUnion('type', flatBlocks);
  const children = list(blockOf(depth - 1));
  return z.discriminatedUnion('type', [
    ...flatBlocks,
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int(),
      items: list(z.object({ checked: z.nullable(z.boolean()), children })),
    }),
    z.object({ type: z.literal('quote'), children }),
    z.object({
      type: z.literal('callout'),
      tone: Tone,
      title: z.nullable(text(limits.subject)),
      children,
    }),
  ]);
}

/** The content of an article. Its depth and size are limited, and it contains no HTML. */
export const Blocks: z.ZodMiniType<Block[]> = list(blockOf(depths.block));
