import type { Block } from '../../../src/contract/articleBody.ts';

export interface ListedArticle {
  slug: string;
  title: string;
  description: string;
  category: string;
}

export interface HelpArticle extends ListedArticle {
  /** The language of the article. It can differ from the language of the page. */
  locale: string;
  updated: Date;
  blocks: readonly Block[];
  related: readonly { slug: string; title: string }[];
}

/** The help center of an account, as one reader sees it. */
export interface HelpSite {
  /** Name of the account. */
  name: string;
  /** Language of the page. */
  locale: string;
  /** Languages that have articles. */
  locales: readonly string[];
  /** Address of the first page, with a trailing slash. */
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
