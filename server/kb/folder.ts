import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { limits } from '../../src/contract/limits.ts';
import { digest } from '../base/digest.ts';
import { codeOf } from '../base/errorCode.ts';
import { ArticleFault } from './articleFault.ts';
import type { ArticleFile } from './articleFiles.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { withParts } from './includes.ts';
import { withCrossReferences } from './myst/crossReferences.ts';
import { readSiteValues } from './siteValues.ts';
import { slugOfPath } from './slug.ts';
import { textOfFile } from './textOfFile.ts';

/** A file that is an article, with its location. */
export interface FolderArticle extends Omit<ArticleFile, 'category'> {
  source: string;
  content: string;
  front: FrontMatter;
  unknown: string[];
  /** Addresses of the page in its front matter. */
  addresses: string[];
  substitutions: ReadonlyMap<string, string>;
  slug: string;
  category: string;
}

export interface ReadFolder {
  articles: FolderArticle[];
  faults: { path: string; line: number; message: string }[];
  /** Included files that do not exist. */
  missing: { path: string; url: string }[];
}

/**
 * Reads files and assigns a slug to each: the slug in its front matter, or its name, or its whole
 * path if several files have that name. `slugBefore`: the slug of a file in the last import, which
 * it keeps.
 */
export async function readFolder(
  folder: string,
  files: readonly ArticleFile[],
  slugBefore: (path: string) => string | undefined,
): Promise<ReadFolder> {
  const parsed: Omit<FolderArticle, 'slug'>[] = [];
  const faults: ReadFolder['faults'] = [];
  const missing: ReadFolder['missing'] = [];
  const withValues = await readSiteValues(folder);
  for (const file of files) {
    try {
      const source = textOfFile(await bytesOf(folder, file.path));
      const { text, missing: gone } = withParts(folder, file.path, source);
      parsed.push(parseFile(file, withValues(text)));
      missing.push(...gone.map((url) => ({ path: file.path, url })));
    } catch (error) {
      if (!(error instanceof ArticleFault)) throw error;
      faults.push({ path: file.path, line: error.line, message: error.message });
    }
  }
  const read = withCrossReferences(folder, parsed);
  const uses = new Map<string, number>();
  for (const one of read) {
    const key = `${one.locale} ${shortSlug(one)}`;
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  const taken = new Map<string, string>();
  const articles: FolderArticle[] = [];
  for (const one of read) {
    const short = shortSlug(one);
    const isShared = (uses.get(`${one.locale} ${short}`) ?? 0) > 1;
    const before = slugBefore(one.path);
    const isOwn = !isShared || before === short;
    const long = slugOfPath([...one.folders, one.name]);
    // The index page of a folder can have the same name as a page beside the folder.
    const named = [
      ...(before ? [before] : []),
      ...(isOwn ? [short, long] : [long]),
      `${long}-index`,
      slugOfPath([long, digest(one.path).slice(0, 8)]),
    ];
    const frontSlug = one.front.slug;
    // Tools put a slug behind the folders of its page, so that other folders can have the same one.
    const choices =
      frontSlug === undefined ? named : [frontSlug, slugOfPath([...one.folders, frontSlug])];
    const slug = choices.find((choice) => !taken.has(`${one.locale} ${choice}`));
    if (slug === undefined) {
      const twin = taken.get(`${one.locale} ${choices[0]}`);
      faults.push({
        path: one.path,
        line: 1,
        message: `${twin} has the same slug. Give one of them another "slug" in its front matter.`,
      });
      continue;
    }
    taken.set(`${one.locale} ${slug}`, one.path);
    articles.push({ ...one, slug });
  }
  return { articles, faults, missing };
}

/** Parses a single file. */
export function parseFile(file: ArticleFile, source: string): Omit<FolderArticle, 'slug'> {
  if (source.length > limits.article) {
    throw new ArticleFault(`The article is longer than ${limits.article} characters.`, 1);
  }
  const { front, ...read } = readFrontMatter(source);
  const category = (front.category ?? file.category).slice(0, limits.category);
  return { ...file, ...read, source, front, category };
}

export function shortSlug({ front, name }: Pick<FolderArticle, 'front' | 'name'>): string {
  return front.slug ?? slugOfPath([name]);
}

/** Reads a file of the folder. A symbolic link must not publish other files of this machine. */
async function bytesOf(folder: string, path: string): Promise<Uint8Array> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (file.startsWith(root + sep)) return await readFile(file);
  } catch (error) {
    throw new ArticleFault(`The file cannot be read (${codeOf(error) ?? 'unknown error'}).`, 1);
  }
  throw new ArticleFault('The file is a link to a file outside of the folder.', 1);
}
