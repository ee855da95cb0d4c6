import * as z from 'zod/mini';
import type { ArticleAudience } from '../../src/contract/articleAudience.ts';
import { limits } from '../../src/contract/limits.ts';
import { ArticleFault } from './articleFault.ts';
import { readAudience } from './audience.ts';
import { readDate } from './readDate.ts';
import { readYaml } from './readYaml.ts';
import { slugOf } from './slug.ts';
import { yamlOfToml } from './toml.ts';

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
  /** The visitors who can read it. Null: everyone. Undefined: it says nothing. */
  audience: ArticleAudience | null | undefined;
  published: boolean;
}

export interface ReadFrontMatter {
  front: FrontMatter;
  /** Keys that are not supported. */
  unknown: string[];
  /** Addresses of the page on its site. */
  addresses: string[];
  /** Values for `{{ name }}` in the text, as MyST has them. */
  substitutions: ReadonlyMap<string, string>;
  /** The text after the front matter. */
  content: string;
}

const none: ReadFrontMatter['front'] = {
  title: undefined,
  slug: undefined,
  description: undefined,
  category: undefined,
  tags: [],
  related: [],
  updated: undefined,
  news: undefined,
  audience: undefined,
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
/** Fields with addresses of the page on its site, now or in the past. */
const addressed = ['permalink', 'url', 'slug', 'aliases', 'alias', 'redirect_from'];
/** Fields that keep an article unpublished. */
const hiding = ['draft', 'unlisted'];
const known = new Set<string>([
  ...Object.values(names).flat(),
  ...addressed,
  ...hiding,
  'published',
  'news',
  'audience',
  'myst',
  'substitutions',
]);

const fenced =
  /^\uFEFF?\s*(?<fence>---|\+\+\+|;;;)(?<kind>json|toml|ya?ml)?[ \t]*\r?\n(?<text>[\s\S]*?\r?\n|)(?:\k<fence>|\.{3})[ \t]*(?:\r?\n|$)/;
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
  if (found === null) return without(source.replace(/^\uFEFF/, ''));
  const { 0: whole, groups: { fence, kind, text = '' } = {} } = found;
  const values = readYaml(fence === '+++' || kind === 'toml' ? yamlOfToml(text) : text);
  // Text between two horizontal rules is not front matter, and Markdown must not read it as such
  // either.
  if (values === undefined) {
    return without(source.replace('---', '***'));
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
      audience: readAudience(values.audience),
      published: values.published !== false && !hiding.some((key) => values[key] === true),
    },
    unknown: Object.keys(values).filter((key) => !known.has(key)),
    addresses: addressed.flatMap((key) => values[key]).filter(isAddress),
    substitutions: substitutionsIn(values),
    content: source.slice(whole.length),
  };
}

function without(content: string): ReadFrontMatter {
  return { front: none, unknown: [], addresses: [], substitutions: new Map(), content };
}

const Substitutions = z.catch(z.record(z.string(), z.unknown()), {});
const OfMyst = z.catch(z.object({ substitutions: Substitutions }), { substitutions: {} });

function substitutionsIn({ myst, substitutions }: Record<string, unknown>): Map<string, string> {
  const values = { ...OfMyst.parse(myst).substitutions, ...Substitutions.parse(substitutions) };
  const texts = Object.entries(values).filter(([, value]) =>
    /^(string|number)$/.test(typeof value),
  );
  return new Map(texts.map(([name, value]) => [name, String(value)]));
}

/** Addresses with placeholders, such as `/:path/`, name no page. */
const isAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^(?!.*[:{}])./.test(value);

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
