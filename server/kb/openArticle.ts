import { ArticleFault } from './articleFault.ts';
import type { SourceFile } from './articleReader.ts';
import type { ArticleRow } from './articleRow.ts';
import { parseFile } from './folder.ts';
import type { FrontMatter } from './frontMatter.ts';
import type { LinkResolver } from './links.ts';
import { articleOf, parseArticle, type ReadArticle } from './readArticle.ts';

/** Addresses of an article, in the order in which they stand in it. */
export interface References {
  links: string[];
  images: string[];
}

/** The targets of those addresses, without the ones that lead nowhere, and the front matter that counts. */
export interface Resolved {
  links: ReadonlyMap<string, string>;
  images: ReadonlyMap<string, string>;
  front: FrontMatter;
}

/** The part of an article's row that is made of its text. */
export type ReadText = Pick<
  ArticleRow,
  'title' | 'description' | 'headings' | 'minutes' | 'terms' | 'term_fields' | 'pictures'
> & { blocks: string; body: string };

/** Resolves every address of an article. */
export function resolveReferences(
  references: References,
  resolver: LinkResolver,
): Omit<Resolved, 'front'> {
  return {
    links: targetsOf(references.links, resolver.link),
    images: targetsOf(references.images, resolver.image),
  };
}

function targetsOf(urls: readonly string[], find: (url: string) => string | undefined) {
  const targets = new Map<string, string>();
  for (const url of urls) {
    const target = find(url);
    if (target !== undefined) targets.set(url, target);
  }
  return targets;
}

/** An article that is parsed. */
export interface Opened {
  front: FrontMatter;
  category: string;
  references: References;
}

export interface OpenedArticle {
  opened: Opened;
  /** @throws ArticleFault */
  finish(resolved: Resolved): ReadText;
}

const maxAddresses = 20_000;

/** Parses an article, and lists its links before it is finished with them. @throws ArticleFault */
export function openArticle({ source, ...file }: SourceFile, timeoutMs?: number): OpenedArticle {
  const read = parseFile(file, source);
  const parsed = parseArticle(read, timeoutMs);
  const references: References = { links: [], images: [] };
  const noted = (kind: keyof References) => (url: string) => {
    references[kind].push(url);
    return undefined;
  };
  parsed.blocks({ link: noted('links'), image: noted('images') });
  if (references.links.length + references.images.length > maxAddresses) {
    throw new ArticleFault(
      `The article has more than ${maxAddresses} links and pictures. Split it into several articles.`,
      1,
    );
  }
  return {
    opened: { front: read.front, category: read.category, references },
    finish({ links, images, front }) {
      const resolver: LinkResolver = {
        link: (url) => links.get(url),
        image: (url) => images.get(url),
      };
      return textOf(
        articleOf({ ...read, mainHeading: parsed.mainHeading, front }, parsed.blocks(resolver)),
      );
    },
  };
}

/** An article in the form in which it is stored. */
export function textOf({ blocks, termFields, ...text }: ReadArticle): ReadText {
  const written = JSON.stringify(blocks);
  return { ...text, term_fields: termFields, blocks: written, pictures: picturesIn(written) };
}

/** Returns the ids of stored pictures in the blocks. */
function picturesIn(blocks: string): string[] {
  const shown = blocks.matchAll(/"url":"support\/kb\/pictures\/([\da-f-]{36})"/g);
  return [...new Set([...shown].map(([, id = '']) => id))];
}
