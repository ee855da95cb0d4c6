import type { StoredArticle } from '../../src/contract/articleAdmin.ts';
import type { ArticleRow } from './articleRow.ts';
import type { FolderArticle } from './folder.ts';
import type { Targets } from './links.ts';
import type { PictureFile } from './pictureFiles.ts';

/** An article that was read and may be stored. */
export interface PreparedArticle {
  article: FolderArticle;
  row: ArticleRow;
  /** Targets of its links and pictures. */
  targets: Targets;
}

export type ArticleKey = Pick<StoredArticle, 'locale' | 'slug'>;

/** Keyed by language: groups of synonyms. */
export type Synonyms = Readonly<Record<string, string[][]>>;

/** Why a file is not an article, and in which line. */
export interface FileFault {
  path: string;
  line: number;
  message: string;
}

/** The target of an import: the database of an account, or its API. */
export interface ArticleStore {
  read(): Promise<{
    articles: readonly Pick<StoredArticle, 'locale' | 'slug' | 'path' | 'hash' | 'published'>[];
    synonyms: Synonyms;
  }>;
  /** Resolves with those that were not taken. */
  store(articles: readonly PreparedArticle[]): Promise<readonly FileFault[]>;
  /** Stores a picture, once for each content, and resolves with its id. Without it, none is taken. */
  keepPicture?(picture: PictureFile): Promise<string>;
  /** Unpublishes `gone` articles, and makes languages searchable with their synonyms. */
  finish(gone: readonly ArticleKey[], index: Synonyms): Promise<void>;
}
