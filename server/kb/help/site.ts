import type { Block } from '../../../src/contract/articleBody.ts';

export interface ListedArticle {
  slug: string;
  title: string;
  description: string;
  category: string;
}

export interface HelpArticle extends ListedArticle {
  /** Its language, which may be another than that of the page. */
  locale: string;
  updated: Date;
  blocks: readonly Block[];
  related: readonly { slug: string; title: string }[];
}

/** The help center of an account, for one reader. */
export interface HelpSite {
  /** Name of the account. */
  name: string;
  /** Language of the page. */
  locale: string;
  /** Languages that have articles. */
  locales: readonly string[];
  /** Address of its first page, which ends with a slash. */
  home: string;
  styleUrl: string;
  articleUrl(slug: string): string;
}

export function createSite(
  about: Pick<HelpSite, 'name' | 'locale' | 'locales'>,
  { home, styleUrl }: { home: string; styleUrl: string },
): HelpSite {
  return {
    ...about,
    home,
    styleUrl,
    articleUrl: (slug) => `${home}${slug}?lang=${about.locale}`,
  };
}
