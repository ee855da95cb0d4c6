import type { StoredArticle } from '../../src/contract/articleAdmin.ts';
import type { ArticleRow } from './articleRow.ts';
import type { FolderArticle } from './folder.ts';
import type { Targets } from './links.ts';
import type { PictureFile } from './pictureFiles.ts';

/** An article that was read and may be stored. */
export interface PreparedArticle {
  article: FolderArticle;
  row: ArticleRow;
  /** Where its links and pictures lead. */
  targets: Targets;
}

export type ArticleKey = Pick<StoredArticle, 'locale' | 'slug'>;

/** By language: groups of words that mean the same. */
export type Synonyms = Readonly<Record<string, string[][]>>;

/** Why a file is no article, and in which line. */
export interface FileFault {
  path: string;
  line: number;
  message: string;
}

/** Where an import puts the articles of an account: its database, or its API. */
export interface ArticleStore {
  read(): Promise<{
    articles: readonly Pick<StoredArticle, 'locale' | 'slug' | 'path' | 'hash' | 'published'>[];
    synonyms: Synonyms;
  }>;
  /** Resolves with those that were not taken. */
  store(articles: readonly PreparedArticle[]): Promise<readonly FileFault[]>;
  /** Stores a picture, once for each content, and resolves with its id. Without it, none is taken. */
  keepPicture?(picture: PictureFile): Promise<string>;
  /** Keeps `gone` articles back, and makes languages searchable with their synonyms. */
  finish(gone: readonly ArticleKey[], index: Synonyms): Promise<void>;
}
