import { loadLanguage } from '../../src/relevance/language.ts';
import { ArticleFault } from './articleFault.ts';
import type { ArticleFile } from './articleFiles.ts';
import type { FrontMatter } from './frontMatter.ts';
import type { LinkResolver } from './links.ts';
import type { Opened, ReadText, Resolved } from './openArticle.ts';
import type { SourceArticle } from './readArticle.ts';

export interface SourceFile extends ArticleFile {
  source: string;
}

/** Resolves the links of an article, and completes its front matter. */
export type Resolve = (opened: Opened) => Resolved;

export interface ReadFile {
  text: ReadText;
  front: FrontMatter;
  category: string;
}

/** Reads articles, whose Markdown may take long. */
export interface ArticleReader {
  /**
   * Reads an article of an account. `resolve` is called once, when its links are known.
   *
   * @throws ArticleFault for what cannot be read, or takes too long
   */
  read(account: string, file: SourceFile, resolve: Resolve): Promise<ReadFile>;
  close(): Promise<void>;
}

/** Most characters of an article that is read in place. */
const maxCharactersInPlace = 100_000;

/** Reads a file of which the front matter is read already. @throws ArticleFault */
export async function readText(file: SourceArticle, links: LinkResolver): Promise<ReadText> {
  // Loaded where something has changed: parsing brings many modules.
  const { textOf } = await import('./openArticle.ts');
  const { readArticle } = await import('./readArticle.ts');
  await loadLanguage(file.locale);
  return textOf(readArticle(file, links));
}

/** Reads on the calling thread. @throws ArticleFault */
export async function readHere(
  file: SourceFile,
  resolve: Resolve,
  timeoutMs?: number,
): Promise<ReadFile> {
  const { openArticle } = await import('./openArticle.ts');
  await loadLanguage(file.locale);
  const { opened, finish } = openArticle(file, timeoutMs);
  const resolved = resolve(opened);
  return { text: finish(resolved), front: resolved.front, category: opened.category };
}

/** Time of the parser, which holds up everything else meanwhile. */
const timeoutInPlaceMs = 1_000;

/** Reads on the calling thread: for hosts without other threads. Long articles are rejected there. */
export function createInPlaceReader(): ArticleReader {
  return {
    async read(_account, file, resolve) {
      if (file.source.length > maxCharactersInPlace) {
        throw new ArticleFault(
          `The article is longer than ${maxCharactersInPlace} characters, which this host cannot read. Split it into several articles.`,
          1,
        );
      }
      return readHere(file, resolve, timeoutInPlaceMs);
    },
    async close() {},
  };
}
