import { posix } from 'node:path';
import { isArticleLink, isImageUrl, picturePath } from '../../src/contract/articleBody.ts';
import { headingLink } from './anchor.ts';
import { markdownEnding } from './articleFiles.ts';
import { pageFinder } from './findPage.ts';
import type { FoundPicture } from './pictureFiles.ts';

/** Problems that an import found in one article. */
export interface LinkReport {
  /** Broken links. Their text is kept. */
  dead: string[];
  /** Missing pictures, with the reason if it is known. Their alternative text is kept. */
  lost: string[];
  /** Addresses that begin with `/` and lead to no file: they stay addresses of the site around the widget. */
  ofSite?: string[];
  /** References to labels without a definition. Their text is kept. */
  references?: string[];
}

/** Resolves the links and pictures of one article. Returns undefined for a broken one. */
export interface LinkResolver {
  link(url: string): string | undefined;
  image(url: string): string | undefined;
  /** Is called for each reference without a definition. */
  noteReference?(source: string): void;
}

/** The targets of links and pictures in a text, keyed by their source; broken ones are omitted. */
export interface Targets {
  links: Record<string, string>;
  images: Record<string, string>;
}

/** Returns a resolver that records its results in `targets`. */
export function recorded(resolver: LinkResolver, targets: Targets): LinkResolver {
  const note = (kind: keyof Targets) => (url: string) => {
    const target = resolver[kind === 'links' ? 'link' : 'image'](url);
    if (target !== undefined) targets[kind][url] = target;
    return target;
  };
  return { ...resolver, link: note('links'), image: note('images') };
}

/** Returns a resolver for an article whose importer has resolved the links. */
export function resolverFrom({ links, images }: Targets): LinkResolver {
  const resolverOf = (targets: Record<string, string>, isGood: (url: string) => boolean) => {
    return (url: string) => {
      const target = Object.hasOwn(targets, url) ? targets[url] : undefined;
      return target !== undefined && isGood(target) ? target : undefined;
    };
  };
  return { link: resolverOf(links, isArticleLink), image: resolverOf(images, isImageUrl) };
}

export interface FolderLinks {
  /** Slugs by path without extension, and by other addresses of the page. */
  slugs: ReadonlyMap<string, string>;
  /** Base address of files that are not imported, with a trailing slash. */
  baseUrl: string | undefined;
  /** Finds the files of pictures that are imported with the articles. */
  findPicture?(path: string, url: string): FoundPicture;
  /** Ids of stored pictures, by the digest of their content. */
  pictureIds?: Pick<ReadonlyMap<string, string>, 'get'>;
}

/** Returns the addresses of links and pictures in Markdown or HTML. */
export function addressesIn(source: string): string[] {
  const found = source.matchAll(
    /\]\(\s*<?([^\s)>]{1,300})|\b(?:href|src)=["']([^"']{1,300})|^ {0,3}\[[^\]]{1,200}\]:\s*<?([^\s>]{1,300})/gm,
  );
  return [...found].map(([, link, attribute, named]) => link ?? attribute ?? named ?? '');
}

/** Returns the paths that links in other files can use for this file. */
export function namesOf(path: string): string[] {
  // Operating systems store the same name in different Unicode forms.
  const bare = path.normalize('NFC').replace(markdownEnding, '');
  const plain = bare
    .split('/')
    .map((part) => part.replace(/^\d{1,4}[-_. ]+(?=\p{L})/u, ''))
    .join('/');
  const folder = /(^|\/)(readme|index|_index)$/i;
  return [...new Set([bare, plain].flatMap((name) => [name, name.replace(folder, '')]))];
}

const hasScheme = (url: string) => /^[a-z][a-z\d+.-]*:/i.test(url);
const hasHost = (url: string) => /^[/\\]{2}/.test(url);
/** Pictures can be inside their address. */
const shortened = (url: string) => (url.length > 100 ? `${url.slice(0, 100)}…` : url);

/** Resolves the links in the file at `path`, and reports broken ones. */
export function resolverOf(
  path: string,
  { slugs, baseUrl, findPicture, pictureIds }: FolderLinks,
  report: LinkReport,
): LinkResolver {
  const known = new Set(slugs.values());
  const folder = posix.dirname(path);
  const find = pageFinder(path, slugs);

  /** Returns the public address of a file that is not imported. */
  function elsewhere(target: string): string | undefined {
    if (baseUrl === undefined) return undefined;
    const place = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
    return URL.canParse(place, baseUrl) ? new URL(place, baseUrl).href : undefined;
  }

  return {
    noteReference: (source) => report.references?.push(shortened(source)),
    link(url) {
      const article = /^article:([^#]+)/.exec(url)?.[1];
      if (article !== undefined) {
        if (!known.has(article)) report.dead.push(url);
        return isArticleLink(url) ? url : undefined;
      }
      if (url.startsWith('#')) return headingLink(url);
      if (hasScheme(url) || hasHost(url)) {
        if (isArticleLink(url)) return url;
        report.dead.push(shortened(url));
        return undefined;
      }
      if (url === '') return undefined;
      const [, target = '', hash = ''] = /^([^#?]*)(?:\?[^#]*)?(#.*)?$/.exec(url) ?? [];
      const slug = find(target);
      if (slug !== undefined) {
        return `article:${slug}${headingLink(hash) ?? ''}`;
      }
      const outside = elsewhere(target);
      if (outside !== undefined) return outside + hash;
      if (url.startsWith('/') && isArticleLink(url)) {
        report.ofSite?.push(url);
        return url;
      }
      report.dead.push(url);
      return undefined;
    },
    image(url) {
      if (url === '') return undefined;
      const picture = findPicture?.(path, url);
      const id = picture && 'digest' in picture ? pictureIds?.get(picture.digest) : undefined;
      if (id !== undefined) return picturePath.replace('{id}', id);
      const isAllowed = isImageUrl(url);
      if (isAllowed && !url.startsWith('/')) return url;
      const outside = hasScheme(url) || hasHost(url) ? undefined : elsewhere(url);
      if (outside !== undefined) return outside;
      const reason =
        picture && 'problem' in picture ? `${url}: ${picture.problem}` : shortened(url);
      (isAllowed ? report.ofSite : report.lost)?.push(reason);
      return isAllowed ? url : undefined;
    },
  };
}
