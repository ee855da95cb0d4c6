import { readText } from './articleReader.ts';
import type { FolderArticle } from './folder.ts';
import {
  addressesIn,
  type FolderLinks,
  type LinkReport,
  recorded,
  resolverOf,
  type Targets,
} from './links.ts';
import type { ReadText } from './openArticle.ts';
import { hasReferences } from './references.ts';

interface Place {
  path: string;
  url: string;
}

/** The lists of an import, which a person can act on. */
export interface Findings {
  /** Broken links and missing pictures in articles that were read. */
  dead: Place[];
  lost: Place[];
  /** Addresses that begin with `/` and lead to no file of the folder. They are kept. */
  ofSite: Place[];
  /** References such as `[text][label]` to labels that the article does not define. */
  references: Place[];
  /** Files whose articles only have a title: their content is made by the tool. */
  empty: string[];
}

const kinds = ['dead', 'lost', 'ofSite', 'references'] as const;

export interface ReadInFolder {
  text: ReadText;
  targets: Targets;
  report: Required<LinkReport>;
}

export function noFindings(): Findings {
  return { dead: [], lost: [], ofSite: [], references: [], empty: [] };
}

/** Reads an article of a folder, and reports what is wrong with it. @throws ArticleFault */
export async function readInFolder(
  article: FolderArticle,
  links: FolderLinks,
): Promise<ReadInFolder> {
  const report: Required<LinkReport> = { dead: [], lost: [], ofSite: [], references: [] };
  const targets: Targets = { links: {}, images: {} };
  const resolver = recorded(resolverOf(article.path, links, report), targets);
  return { text: await readText(article, resolver), targets, report };
}

export function addFindings(
  findings: Findings,
  path: string,
  { text, report }: Pick<ReadInFolder, 'text' | 'report'>,
): void {
  for (const kind of kinds) findings[kind].push(...report[kind].map((url) => ({ path, url })));
  if (text.blocks === '[]') findings.empty.push(path);
}

/** Shorter articles can have only a title. */
const minCharacters = 200;

/**
 * Adds the findings of an article that has not changed since the last import. It is read again only
 * if it can have some.
 */
export async function addKnownFindings(
  findings: Findings,
  article: FolderArticle,
  links: FolderLinks,
): Promise<void> {
  // Pictures of unchanged articles are stored already.
  const stored = { ...links, pictureIds: { get: (digest: string) => digest } };
  if (canHaveFindings(article, stored)) {
    addFindings(findings, article.path, await readInFolder(article, stored));
  }
}

function canHaveFindings({ path, source, content }: FolderArticle, links: FolderLinks): boolean {
  if (content.trim().length < minCharacters || hasReferences(content)) return true;
  return addressesIn(source).some((address) => {
    const picture = links.findPicture?.(path, address);
    if (picture !== undefined && 'digest' in picture) return false;
    const report: Required<LinkReport> = { dead: [], lost: [], ofSite: [], references: [] };
    resolverOf(path, links, report).link(address);
    return report.dead.length + report.ofSite.length > 0;
  });
}
