import { isNode, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { limits } from '../../src/contract/limits.ts';
import { isYamlNestedTooDeep } from './nesting.ts';
import { readDate } from './readDate.ts';
import { slugOf } from './slug.ts';
import { yamlOfToml } from './toml.ts';

/** The reason why a file is not an article, and the line of the error. */
export class ArticleFault extends Error {
  override readonly name = 'ArticleFault';
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** The metadata of an article; missing fields are undefined. */
export interface FrontMatter {
  title: string | undefined;
  slug: string | undefined;
  description: string | undefined;
  category: string | undefined;
  tags: string[];
  related: string[];
  updated: Date | undefined;
  /** Its date in What's new. */
  news: Date | undefined;
  published: boolean;
}

export interface ReadFrontMatter {
  front: FrontMatter;
  /** Keys that are not supported. */
  unknown: string[];
  /** The text after the front matter. */
  content: string;
}

const Values = z.record(z.string(), z.unknown());
const none: ReadFrontMatter['front'] = {
  title: undefined,
  slug: undefined,
  description: undefined,
  category: undefined,
  tags: [],
  related: [],
  updated: undefined,
  news: undefined,
  published: true,
};

/** The names of these fields in other tools, in order of preference. */
const names = {
  title: ['title', 'sidebar_label', 'sidebarTitle', 'linkTitle', 'navTitle', 'nav_title'],
  slug: ['slug'],
  description: ['description', 'summary', 'excerpt', 'subtitle'],
  category: ['category', 'categories', 'section', 'parent'],
  tags: ['tags', 'keywords'],
  related: ['related'],
  updated: [
    'updated',
    'last_updated',
    'lastUpdated',
    'last_update',
    'lastmod',
    'last_modified_date',
    'last_modified_at',
    'date',
  ],
} as const;
/** Fields that keep an article unpublished. */
const hiding = ['draft', 'unlisted'];
const known = new Set<string>([...Object.values(names).flat(), ...hiding, 'published', 'news']);

const fenced =
  /^\uFEFF?\s*(?<fence>---|\+\+\+|;;;)(?<kind>json|toml|ya?ml)?[ \t]*\r?\n(?<text>[\s\S]*?\r?\n|)\k<fence>[ \t]*(?:\r?\n|$)/;
/** JSON front matter (JSON is also YAML) has no fence. */
const json = /^\uFEFF?\s*(?<text>\{[ \t]*\r?\n\s*"[\s\S]*?\n\})[ \t]*(?:\r?\n|$)/;

/**
 * Reads front matter: YAML between lines of `---`, TOML between lines of `+++`, JSON, or none. It
 * supports names and values of other tools as far as possible, and ignores the rest.
 *
 * @throws ArticleFault with the line, if the front matter is invalid
 */
export function readFrontMatter(source: string): ReadFrontMatter {
  const found = fenced.exec(source) ?? json.exec(source);
  if (found === null) return { front: none, unknown: [], content: source.replace(/^\uFEFF/, '') };
  const { 0: whole, groups: { fence, kind, text = '' } = {} } = found;
  const values = readYaml(fence === '+++' || kind === 'toml' ? yamlOfToml(text) : text);
  // Text between two horizontal rules is not front matter, and Markdown must not read it as such
  // either.
  if (values === undefined) {
    return { front: none, unknown: [], content: source.replace('---', '***') };
  }
  const firstOf = (keys: readonly string[]) =>
    keys.map((key) => values[key]).find((one) => one != null);
  const one = (keys: readonly string[], limit: number) => textOf(firstOf(keys))?.slice(0, limit);
  const updated = readDate(firstOf(names.updated));
  return {
    front: {
      title: one(names.title, limits.subject),
      slug: slugOf(one(names.slug, 1_000) ?? '') || undefined,
      description: one(names.description, limits.contextLine),
      category: one(names.category, limits.category),
      tags: listOf(firstOf(names.tags)).slice(0, 30),
      related: listOf(firstOf(names.related)).map(slugOf).filter(Boolean).slice(0, 20),
      updated,
      news: newsDateOf(values.news, updated),
      published: values.published !== false && !hiding.some((key) => values[key] === true),
    },
    unknown: Object.keys(values).filter((key) => !known.has(key)),
    content: source.slice(whole.length),
  };
}

/**
 * Reads the date of an entry of What's new: `news: 2026-11-20`, or `news: true` with a `date`.
 *
 * @throws ArticleFault
 */
function newsDateOf(news: unknown, updated: Date | undefined): Date | undefined {
  if (news == null || news === false) return undefined;
  const date = news === true ? updated : readDate(news);
  if (date !== undefined) return date;
  throw new ArticleFault(
    'An entry of What’s new needs a date: write `news: 2026-11-20`, or add a `date`.',
    1,
  );
}

function textOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string' && typeof first !== 'number') return undefined;
  return String(first).replaceAll(/\s+/g, ' ').trim() || undefined;
}

/** Reads a list, or words separated by commas. */
function listOf(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : String(value ?? '').split(',');
  return items.flatMap((item) => textOf(item) ?? []).map((item) => item.slice(0, limits.category));
}

/** Messages with a picture of their line take long where many lines are wrong. */
const quick = { uniqueKeys: false, prettyErrors: false } as const;
const maxFrontMatterCharacters = 50_000;

/** Returns undefined if the text is prose instead of names and values. */
function readYaml(text: string): Record<string, unknown> | undefined {
  if (text.length > maxFrontMatterCharacters) {
    throw new ArticleFault(
      `The front matter is longer than ${maxFrontMatterCharacters} characters.`,
      1,
    );
  }
  if (isYamlNestedTooDeep(text)) throw new ArticleFault('The front matter is nested too deep.', 1);
  const lineCounter = new LineCounter();
  let document = parseDocument(text, { ...quick, lineCounter });
  if (document.errors.length > 0) {
    const repaired = parseDocument(withQuotes(text), quick);
    if (repaired.errors.length === 0) document = repaired;
  }
  const [error] = document.errors;
  // The first line of the file is the `---`.
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + 1;
  if (error !== undefined) throw new ArticleFault(firstLine(error.message), lineAt(error.pos[0]));
  try {
    // Rejects exponential alias expansion.
    const value: unknown = document.toJS({ maxAliasCount: 20 }) ?? {};
    if (typeof value === 'string' && /^\s*\r?\n/.test(text)) return undefined;
    const { success, data } = z.safeParse(Values, value);
    if (success) return data;
  } catch (error) {
    throw new ArticleFault(error instanceof Error ? error.message : String(error), lineAt(0));
  }
  const { contents } = document;
  const offset = isNode(contents) ? (contents.range?.[0] ?? 0) : 0;
  throw new ArticleFault('The front matter must be names and values.', lineAt(offset));
}

/** Quotes values such as `title: Send: how`, which are invalid YAML but unambiguous. */
function withQuotes(text: string): string {
  return text.replaceAll(
    /^([\w-]+):[ \t]+([^"'[{|>\s#].*|\{\{.*)$/gm,
    (_, key: string, value: string) => {
      return `${key}: ${JSON.stringify(value.trim())}`;
    },
  );
}

function firstLine(message: string): string {
  const [first = ''] = message.split('\n');
  return first.endsWith('.') ? first : `${first}.`;
}
