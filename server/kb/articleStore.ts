import type { StoredArticle } from '../../src/contract/articleAdmin.ts';
import type { ArticleRow } from './articleRow.ts';
import type { FolderArticle } from './folder.ts';
import type { Targets } from './links.ts';
import type { PictureFile } from './pictureFiles.ts';

/** An article that was read and can be stored. */
export interface PreparedArticle {
  article: FolderArticle;
  row: ArticleRow;
  /** The targets of its links and pictures. */
  targets: Targets;
}

export type ArticleKey = Pick<StoredArticle, 'locale' | 'slug'>;

/** Groups of synonyms by language. */
export type Synonyms = Readonly<Record<string, string[][]>>;

/** The reason why a file is not an article, and the line of the error. */
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
  /** Stores articles. Resolves to those that were rejected. */
  store(articles: readonly PreparedArticle[]): Promise<readonly FileFault[]>;
  /**
   * Stores a picture, once for equal content. Resolves to its id. If it is missing, pictures are
   * not imported.
   */
  storePicture?(picture: PictureFile): Promise<string>;
  /** Unpublishes `gone` articles, and updates the search index and synonyms of the languages. */
  finish(gone: readonly ArticleKey[], index: Synonyms): Promise<void>;
}
