import { randomUUID } from 'node:crypto';
import { ConfigurationError } from '../../src/errors.ts';
import { ArticleFault } from './articleFault.ts';
import { type FileChoice, findArticleFiles, readSynonyms } from './articleFiles.ts';
import { hashOf, rowOf } from './articleRow.ts';
import type { ArticleKey, ArticleStore, FileFault, PreparedArticle } from './articleStore.ts';
import { type FolderArticle, readFolder } from './folder.ts';
import {
  addFindings,
  addKnownFindings,
  type Findings,
  noFindings,
  readInFolder,
} from './importFindings.ts';
import { addressesIn, type FolderLinks, namesOf } from './links.ts';
import { readNavTitles } from './navTitles.ts';
import { omittedTags } from './omittedTags.ts';
import { slugsByAddress } from './pageAddresses.ts';
import { createPictureFiles, type PictureFile } from './pictureFiles.ts';

export interface ImportResult extends Findings {
  added: number;
  updated: number;
  unchanged: number;
  /** Number of articles whose files no longer exist. The articles stay stored. */
  unpublished: number;
  /** Files that cannot be read as articles. Their earlier imports do not change. */
  faults: FileFault[];
  /** Included files that do not exist. */
  missing: { path: string; url: string }[];
  /** Number of files that are skipped because their names mark them as includes. */
  parts: number;
  /** Unsupported names in front matter, with the number of files that use them. */
  ignored: Map<string, number>;
  /** Tags whose content is made by the tool, with the number of files that have them. */
  omitted: Map<string, number>;
}

export interface FolderOptions extends FileChoice {
  folder: string;
  /** Base address of files in the folder that are not imported, including pictures. */
  baseUrl?: string | undefined;
  /** Reads all files, but stores nothing. */
  isDryRun?: boolean;
}

/**
 * Maximum number of articles per transaction. Other processes can use an embedded database between
 * two transactions.
 */
const batchSize = 100;

/**
 * Syncs the articles of an account with a folder of Markdown. Articles that were not imported from
 * a file do not change. Files are only read if neither they nor their link targets have changed
 * since the last import.
 */
export async function importFolder(
  store: ArticleStore,
  { folder, baseUrl, isDryRun = false, ...choice }: FolderOptions,
): Promise<ImportResult> {
  if (baseUrl !== undefined && !URL.canParse(baseUrl)) {
    throw new ConfigurationError(
      `${baseUrl} is not a valid URL. Give one such as https://docs.acme.example.`,
      'base-url',
    );
  }
  const { files, parts } = await findArticleFiles(folder, choice);
  const titles = await readNavTitles(folder);
  const synonyms = await readSynonyms(folder);
  const { articles: stored, synonyms: synonymsBefore } = await store.read();
  const known = new Map(stored.map((row) => [keyOf(row), row]));
  const byPath = new Map(stored.map((row) => [row.path, row]));
  const { articles, faults, missing } = await readFolder(
    folder,
    files.map((file) => ({ ...file, navTitle: titles.get(namesOf(file.path)[0] ?? '') })),
    (path) => byPath.get(path)?.slug,
  );
  const pictureIds = new Map<string, string>();
  const links: FolderLinks = {
    slugs: slugsByAddress(articles),
    baseUrl: baseUrl?.endsWith('/') === false ? `${baseUrl}/` : baseUrl,
    ...(store.storePicture && { findPicture: createPictureFiles(folder), pictureIds }),
  };
  const result: ImportResult = {
    added: 0,
    updated: 0,
    unchanged: 0,
    unpublished: 0,
    faults,
    missing,
    ...noFindings(),
    parts: parts.length,
    ignored: new Map(),
    omitted: new Map(),
  };
  const imported = new Set<string>();
  const changed = new Set<string>();

  for (let start = 0; start < articles.length; start += batchSize) {
    const prepared: PreparedArticle[] = [];
    for (const article of articles.slice(start, start + batchSize)) {
      for (const key of article.unknown) count(result.ignored, key);
      for (const tag of omittedTags(article.content)) count(result.omitted, tag);
      const hash = hashOf(article, links);
      if (known.get(keyOf(article))?.hash === hash) {
        imported.add(keyOf(article));
        result.unchanged += 1;
        await addKnownFindings(result, article, links);
        continue;
      }
      for (const picture of picturesOf(article, links)) {
        if (pictureIds.has(picture.digest)) continue;
        const id = isDryRun ? randomUUID() : await store.storePicture?.(picture);
        if (id !== undefined) pictureIds.set(picture.digest, id);
      }
      try {
        const read = await readInFolder(article, links);
        const row = rowOf(article, hash, read.text);
        prepared.push({ article, row, targets: read.targets });
        addFindings(result, article.path, read);
      } catch (error) {
        if (!(error instanceof ArticleFault)) throw error;
        faults.push({ path: article.path, line: error.line, message: error.message });
        continue;
      }
      imported.add(keyOf(article));
      result[known.has(keyOf(article)) ? 'updated' : 'added'] += 1;
      changed.add(article.locale);
    }
    if (prepared.length > 0 && !isDryRun) faults.push(...(await store.store(prepared)));
  }

  const broken = new Set(faults.map(({ path }) => path));
  const gone = stored.filter(
    (row) => row.path !== '' && row.published && !imported.has(keyOf(row)) && !broken.has(row.path),
  );
  result.unpublished = gone.length;
  faults.sort((a, b) => (a.path < b.path ? -1 : 1));
  if (isDryRun) return result;
  for (const { locale } of gone) changed.add(locale);
  for (const [locale, before] of Object.entries(synonymsBefore)) {
    if (JSON.stringify(before) !== JSON.stringify(synonyms[locale] ?? [])) changed.add(locale);
  }
  const index = Object.fromEntries([...changed].map((one) => [one, synonyms[one] ?? []]));
  if (gone.length > 0 || changed.size > 0) await store.finish(gone, index);
  return result;
}

function picturesOf({ path, source }: FolderArticle, { findPicture }: FolderLinks): PictureFile[] {
  return addressesIn(source).flatMap((address) => {
    const picture = findPicture?.(path, address);
    return picture && 'digest' in picture ? [picture] : [];
  });
}

const count = (counts: Map<string, number>, name: string) =>
  counts.set(name, (counts.get(name) ?? 0) + 1);

const keyOf = ({ locale, slug }: ArticleKey) => `${locale}/${slug}`;
