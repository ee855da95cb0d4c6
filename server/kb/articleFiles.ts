import { type Dirent, existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { ConfigurationError } from '../../src/errors.ts';
import { offsetOfFault, yamlFault } from './yamlFault.ts';

export interface ArticleFile {
  /** Path relative to the folder, separated by `/`. */
  path: string;
  locale: string;
  /** The folders that contain it, without the folder of the language. */
  folders: string[];
  /** The first of its folders, except a folder that contains all pages. Default `general`. */
  category: string;
  /** Name without extension. For `README` and `index`, the name of the folder. */
  name: string;
  /** The title from the navigation file of a documentation tool. */
  navTitle?: string | undefined;
}

export interface FileChoice {
  /** Glob patterns of paths, such as `guides/**`. Default: every file. */
  include?: readonly string[] | undefined;
  exclude?: readonly string[] | undefined;
}

export interface FoundFiles {
  files: ArticleFile[];
  /** Files whose names mark them as includes of other files. */
  parts: string[];
}

/** Names of folders that are a language. Other names of two letters are ordinary words. */
const languages = new Set(
  'ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  ),
);
/** Countries that stand for a language in names of files. */
const countries: Readonly<Record<string, string>> = {
  br: 'pt-br',
  cn: 'zh',
  cz: 'cs',
  dk: 'da',
  gr: 'el',
  jp: 'ja',
  kr: 'ko',
  tw: 'zh-tw',
  ua: 'uk',
  vn: 'vi',
};
const localeFolder = /^([a-z]{2,3})(-[A-Za-z0-9]{2,8})*$/;
/** Folders in which tools keep one folder per language. */
const tops = /^(i18n|docs|content|locales?|translations|src|pages)$/;
/** Folders in which tools keep all pages. */
const ofPages = /^(docs?|documentation|content|pages|site|src|website)$/i;
/** Folders of Docusaurus inside the folder of a language. */
const plugins = /^(docusaurus-plugin-content-[\w-]+|current)$/;
/** Folders of tools, which contain no documentation. */
const ofTools = /(^|\/)(\.(?!gitbook)[^/]+|node_modules)(\/|$)/;
/** Files that are included by other files. */
const partName = /(^|\/)_(?!index\.)[^/]*(\/|$)/;
/** Folders in which Jekyll keeps its pages. */
const collection = /^_(?!includes|layouts|data|drafts|plugins|sass|site)(?=[^/]+\/)/;
/** Endings of Markdown files in the documentation tools. */
export const endings = 'mdx?|markdown|mdown|mkdn?';
export const markdownEnding = new RegExp(`\\.(?:${endings})$`, 'i');
/** Numeric prefixes by which tools sort pages, such as `02-set-up`. */
const orderNumber = /^\d{1,4}[-_. ]+(?=\p{L})/u;

/**
 * Returns every Markdown file of a folder. The first folder of a path can be a language, such as
 * `es/domains/spf.md`. Other files are English.
 */
export async function findArticleFiles(
  folder: string,
  { include = [], exclude = [] }: FileChoice = {},
): Promise<FoundFiles> {
  if (!existsSync(folder))
    throw new ConfigurationError(`There is no folder ${folder}. Correct its path.`, 'folder');
  const [included, excluded] = [include.map(patternOf), exclude.map(patternOf)];
  const isSite = existsSync(join(folder, '_config.yml'));
  const found = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => isReadable(entry))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => markdownEnding.test(path) && !ofTools.test(path))
    .filter((path) => included.length === 0 || included.some((pattern) => pattern.test(path)))
    .filter((path) => !excluded.some((pattern) => pattern.test(path)))
    .sort();
  const isPart = (path: string) => partName.test(isSite ? path.replace(collection, '') : path);
  return {
    files: found.filter((path) => !isPart(path)).map(fileOf),
    parts: found.filter(isPart),
  };
}

/** Reading a pipe or a device would never end. */
function isReadable(entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(join(entry.parentPath, entry.name)).isFile();
  } catch {
    return true; // reading it reports the error
  }
}

export function fileOf(path: string): ArticleFile {
  const all = path.replace(markdownEnding, '').split('/');
  const suffix = /^(.+)\.([A-Za-z-]{2,12})$/.exec(all.at(-1) ?? '');
  const isSuffixed = suffix !== null && isLanguage(suffix[2] ?? '');
  if (isSuffixed) all[all.length - 1] = suffix[1] ?? '';
  // The language is the first folder, or follows a folder such as `docs` or `i18n`.
  const top = all.findIndex((part, index) => !tops.test(part) || all.length - index < 3);
  const at = Math.max(0, top);
  const isFolder = all.length > at + 1 && isLanguage(all[at] ?? '');
  const locale = (isSuffixed ? suffix[2] : isFolder ? all[at] : undefined)?.toLowerCase() ?? 'en';
  const own = isFolder ? all.slice(at + 1) : all;
  const site =
    /^i18n$/.test(all[0] ?? '') && isFolder ? own.findIndex((part) => !plugins.test(part)) : 0;
  const parts = own.slice(site).map((part) => part.replace(orderNumber, ''));
  const file = parts.pop() ?? '';
  const category =
    parts.map((part) => part.replace(/^_+/, '')).find((part) => !ofPages.test(part)) || 'general';
  const isFolderPage = /^(readme|index|_index)$/i.test(file);
  const name = isFolderPage ? (parts.pop() ?? 'index') : file;
  return { path, locale: countries[locale] ?? locale, folders: parts, category, name };
}

function isLanguage(name: string): boolean {
  return languages.has(localeFolder.exec(name)?.[1] ?? '') || Object.hasOwn(countries, name);
}

/**
 * Returns the regular expression of a glob: `*` matches a part of a name, `**` any folders, `?` one
 * character.
 */
function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/^\.?\//, '')
    .replace(/\/$/, '/**')
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll(/\*\*\/?|\*|\?/g, (sign) =>
      sign === '**/' ? '(?:.*/)?' : sign === '**' ? '.*' : sign === '*' ? '[^/]*' : '[^/]',
    );
  return new RegExp(`^${source}$`);
}

const Synonyms = z.record(
  z.string(),
  z
    .array(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(20)))
    .check(z.maxLength(500)),
);

/**
 * Reads `synonyms.yml` of the folder: for each language, groups of words or phrases with the same
 * meaning.
 */
export async function readSynonyms(folder: string): Promise<Record<string, string[][]>> {
  const file = join(folder, 'synonyms.yml');
  if (!existsSync(file)) return {};
  const text = await readFile(file, 'utf8');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { prettyErrors: false, lineCounter });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lineCounter.linePos(offsetOfFault(text, error));
    throw new ConfigurationError(`${file}:${line}: ${yamlFault(error)}`, 'synonyms');
  }
  const result = z.safeParse(Synonyms, document.toJS({ maxAliasCount: 20 }) ?? {});
  if (result.success) return result.data;
  const place = result.error.issues[0]?.path.join('.') || 'It';
  throw new ConfigurationError(
    `${file}: ${place} must be groups of words by language. Write lines such as \`en: [[mailbox, inbox]]\`.`,
    'synonyms',
  );
}
